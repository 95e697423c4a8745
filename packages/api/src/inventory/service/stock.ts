/**
 * The stock of some variants, locked and whole: whoever changes stock sees here what there is, bundles
 * included, and nobody else changes it meanwhile.
 */
import { Overtaken } from "@souk/db";
import { bundleComponents, stockLevels, stockLocations, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";

export interface StockedVariant {
  readonly id: string;
  readonly productId: string;
  readonly tracksInventory: boolean;
  isBundle: boolean;
  /** Its own; null: the store's. */
  lowStockThreshold: number | null;
}

export interface Level {
  readonly id: string;
  readonly variantId: string;
  readonly locationId: string;
  readonly position: number;
  isActive: boolean;
  onHand: number;
  reserved: number;
  allocated: number;
  backorderLimit: number;
}

export interface Part {
  readonly bundleId: string;
  readonly componentId: string;
  readonly quantity: number;
}

/** Kept up to date with what is written, until the unit of work ends. */
export interface Stock {
  readonly variants: ReadonlyMap<string, StockedVariant>;
  /** Of every bundle whose availability may change with these variants. */
  parts: readonly Part[];
  /** By variant, in the order in which locations are drawn on. */
  readonly levels: Map<string, Level[]>;
}

/**
 * Inside the caller's unit of work. The variants, their components and the bundles that draw on them are
 * locked by their ids: all callers go through them in one order, so that none waits for another in a circle.
 */
export async function lockStock(ctx: Context, variantIds: readonly string[]): Promise<Stock> {
  const asked = [...new Set(variantIds)];
  const locked = concerned(asked, await partsAround(ctx, asked));
  const found = await lockVariants(ctx, [...locked].sort());
  // A bundle may have been changed while its row was waited for.
  const parts = await partsAround(ctx, asked);
  if ([...concerned(asked, parts)].some((id) => !locked.has(id))) throw new Overtaken();
  const counted = new Set([...locked, ...parts.map(({ componentId }) => componentId)]);
  return {
    variants: new Map(found.map((variant) => [variant.id, variant])),
    parts,
    levels: await levelsOf(ctx, [...counted]),
  };
}

function concerned(asked: readonly string[], parts: readonly Part[]): ReadonlySet<string> {
  const drawnOn = parts.filter(({ bundleId }) => asked.includes(bundleId));
  return new Set([
    ...asked,
    ...drawnOn.map(({ componentId }) => componentId),
    ...parts.map(({ bundleId }) => bundleId),
  ]);
}

/** The composition of every bundle that is one of these, or draws on what they are or are made of. */
async function partsAround(ctx: Context, variantIds: readonly string[]): Promise<Part[]> {
  const found = new Map<string, Part>();
  const [near, inner] = [alias(bundleComponents, "near"), alias(bundleComponents, "made_of")];
  for (const chunk of chunked(variantIds)) {
    const madeOf = ctx.db
      .select({ id: inner.componentId })
      .from(inner)
      .where(and(eq(inner.storeId, ctx.store.id), inArray(inner.bundleId, [...chunk])));
    const touched = ctx.db
      .select({ id: near.bundleId })
      .from(near)
      .where(
        and(
          eq(near.storeId, ctx.store.id),
          or(inArray(near.componentId, [...chunk]), inArray(near.componentId, madeOf)),
        ),
      );
    const rows = await ctx.db
      .select({
        id: bundleComponents.id,
        bundleId: bundleComponents.bundleId,
        componentId: bundleComponents.componentId,
        quantity: bundleComponents.quantity,
      })
      .from(bundleComponents)
      .where(
        and(
          eq(bundleComponents.storeId, ctx.store.id),
          inArray(bundleComponents.bundleId, touched),
        ),
      )
      .orderBy(asc(bundleComponents.bundleId), asc(bundleComponents.position));
    for (const { id, ...part } of rows) found.set(id, part);
  }
  return [...found.values()];
}

async function lockVariants(ctx: Context, ids: readonly string[]): Promise<StockedVariant[]> {
  const found: StockedVariant[] = [];
  for (const chunk of chunked(ids)) {
    const rows = await ctx.db
      .select({
        id: variants.id,
        productId: variants.productId,
        tracksInventory: variants.tracksInventory,
        isBundle: variants.isBundle,
        lowStockThreshold: variants.lowStockThreshold,
      })
      .from(variants)
      .where(and(eq(variants.storeId, ctx.store.id), inArray(variants.id, [...chunk])))
      .orderBy(asc(variants.id))
      // Rows that merely refer to a variant, such as cart lines, need not wait.
      .for("no key update");
    found.push(...rows);
  }
  return found;
}

/** For changes by which no variant can pass a mark: its turn at these levels, in the order of all callers. */
export async function lockShelves(ctx: Context, levelIds: readonly string[]): Promise<void> {
  if (levelIds.length === 0) return;
  const shelved = ctx.db
    .select({ id: stockLevels.variantId })
    .from(stockLevels)
    .where(and(eq(stockLevels.storeId, ctx.store.id), inArray(stockLevels.id, [...levelIds])));
  await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.storeId, ctx.store.id), inArray(variants.id, shelved)))
    .orderBy(asc(variants.id))
    .for("no key update");
}

async function levelsOf(
  ctx: Context,
  variantIds: readonly string[],
): Promise<Map<string, Level[]>> {
  const found: Level[] = [];
  for (const chunk of chunked(variantIds)) {
    const rows = await ctx.db
      .select({
        id: stockLevels.id,
        variantId: stockLevels.variantId,
        locationId: stockLevels.locationId,
        position: stockLocations.position,
        isActive: stockLocations.isActive,
        onHand: stockLevels.onHand,
        reserved: stockLevels.reserved,
        allocated: stockLevels.allocated,
        backorderLimit: stockLevels.backorderLimit,
      })
      .from(stockLevels)
      .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
      .where(and(eq(stockLevels.storeId, ctx.store.id), inArray(stockLevels.variantId, [...chunk])))
      .orderBy(asc(stockLocations.position), asc(stockLevels.id));
    found.push(...rows);
  }
  return Map.groupBy(found, ({ variantId }) => variantId);
}

export interface Standing {
  /** Units that may still be promised, back-orders included. */
  readonly available: number;
  /** The part of them that need not be ordered first. */
  readonly onShelf: number;
}

export const shelfOf = ({ onHand, reserved, allocated }: Level): number =>
  onHand - reserved - allocated;

/** Where the variant stands over all locations that are sold from; of a bundle, by its components. */
export function standingOf(stock: Stock, variantId: string): Standing {
  if (stock.variants.get(variantId)?.isBundle !== true) return ownStanding(stock, variantId);
  const parts = stock.parts.filter(({ bundleId }) => bundleId === variantId);
  if (parts.length === 0) return { available: 0, onShelf: 0 };
  const each = parts.map(({ componentId, quantity }) => {
    const { available, onShelf } = ownStanding(stock, componentId);
    return { available: Math.floor(available / quantity), onShelf: Math.floor(onShelf / quantity) };
  });
  return {
    available: Math.min(...each.map(({ available }) => available)),
    onShelf: Math.min(...each.map(({ onShelf }) => onShelf)),
  };
}

function ownStanding({ levels }: Stock, variantId: string): Standing {
  const own = (levels.get(variantId) ?? []).filter(({ isActive }) => isActive);
  const onShelf = own.reduce((sum, level) => sum + shelfOf(level), 0);
  const beyond = own.reduce((sum, { backorderLimit }) => sum + backorderLimit, 0);
  return { available: onShelf + beyond, onShelf };
}
