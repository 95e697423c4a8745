/** Changing stock: locked before, explained by movements, and told to whom it concerns afterwards. */
import { stockLevels, stockMovements } from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { chunked } from "../../kernel/personal-records.ts";
import { backInStock, lowStock, outOfStock } from "../events.ts";
import { refreshAvailability } from "./availability.ts";
import { type Level, lockStock, type Standing, type Stock, standingOf } from "./stock.ts";

/**
 * Inside the caller's unit of work: locks the variants' stock, lets `work` change it, then publishes each
 * mark that a variant or a bundle passed, once, and corrects the products of which the last unit went or
 * the first came back.
 */
export async function changeStock<T>(
  ctx: Context,
  variantIds: readonly string[],
  work: (stock: Stock) => Promise<T>,
): Promise<T> {
  const stock = await lockStock(ctx, variantIds);
  const before = standings(ctx, stock);
  const result = await work(stock);
  await tell(ctx, stock, before);
  return result;
}

interface Marked extends Standing {
  readonly threshold: number;
}

const standings = (ctx: Context, stock: Stock): ReadonlyMap<string, Marked> =>
  new Map(
    [...stock.variants.values()]
      .filter(({ tracksInventory }) => tracksInventory)
      .map(({ id, lowStockThreshold }) => {
        const threshold = lowStockThreshold ?? ctx.store.lowStockThreshold;
        return [id, { ...standingOf(stock, id), threshold }];
      }),
  );

async function tell(
  ctx: Context,
  stock: Stock,
  before: ReadonlyMap<string, Marked>,
): Promise<void> {
  const turned: string[] = [];
  for (const [variantId, now] of standings(ctx, stock)) {
    const was = before.get(variantId);
    const productId = stock.variants.get(variantId)?.productId;
    if (was === undefined || productId === undefined) continue;
    const facts = { variantId, productId, available: now.available };
    if (was.onShelf >= was.threshold && now.onShelf < now.threshold) {
      await publish(ctx, lowStock(facts, now.onShelf, now.threshold));
    }
    if (was.available > 0 === now.available > 0) continue;
    await publish(ctx, now.available > 0 ? backInStock(facts) : outOfStock(facts));
    turned.push(productId);
  }
  await refreshAvailability(ctx, turned);
}

type Movement = typeof stockMovements.$inferInsert;

/** By how much one level changes, and why. */
export interface Move {
  readonly levelId: string;
  readonly type: Movement["type"];
  readonly onHand?: number;
  readonly reserved?: number;
  readonly allocated?: number;
  /** What caused it: a payment, an order, a transfer, an import. */
  readonly reference: string;
  readonly note?: string;
  /** Who moved it; null: the shop itself. */
  readonly actorId?: string | null;
}

/** Writes the moves and keeps the locked stock true to them. */
export async function moveStock(ctx: Context, stock: Stock, moves: readonly Move[]): Promise<void> {
  await move(ctx, moves);
  const levels = new Map([...stock.levels.values()].flat().map((level) => [level.id, level]));
  for (const { levelId, onHand = 0, reserved = 0, allocated = 0 } of moves) {
    const level = levels.get(levelId);
    if (level === undefined) continue;
    level.onHand += onHand;
    level.reserved += reserved;
    level.allocated += allocated;
  }
}

/** Each level in the order of the ids, and never below what is promised of it, whoever else wrote it. */
export async function move(ctx: Context, moves: readonly Move[]): Promise<void> {
  const effective = moves.filter(
    ({ onHand, reserved, allocated }) => onHand || reserved || allocated,
  );
  const inOrder = effective.toSorted((a, b) => (a.levelId < b.levelId ? -1 : 1));
  for (const { levelId, onHand = 0, reserved = 0, allocated = 0 } of inOrder) {
    const next = {
      onHand: sql`${stockLevels.onHand} + ${onHand}`,
      reserved: sql`${stockLevels.reserved} + ${reserved}`,
      allocated: sql`${stockLevels.allocated} + ${allocated}`,
    };
    const moved = await ctx.db
      .update(stockLevels)
      .set(next)
      .where(
        and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.id, levelId), holdsAfter(next)),
      )
      .returning({ id: stockLevels.id });
    if (moved.length === 0) throw promised();
  }
  await record(ctx, inOrder);
}

const holdsAfter = (next: Readonly<Record<"onHand" | "reserved" | "allocated", SQL>>): SQL =>
  sql`${next.onHand} >= 0 and ${next.reserved} >= 0 and ${next.allocated} >= 0
    and ${next.reserved} + ${next.allocated} <= ${next.onHand} + ${stockLevels.backorderLimit}`;

export const promised = () =>
  conflict("stock_is_promised", "What is promised to orders and held must stay there.");

/** Append-only: what a level holds is the sum of these. */
async function record(ctx: Context, moves: readonly Move[]): Promise<void> {
  const createdAt = ctx.now();
  const rows = moves.map(({ levelId, type, reference, note = "", actorId = null, ...by }) => ({
    storeId: ctx.store.id,
    ...{ levelId, type, reference, note, actorId, createdAt },
    onHandDelta: by.onHand ?? 0,
    reservedDelta: by.reserved ?? 0,
    allocatedDelta: by.allocated ?? 0,
  }));
  for (const chunk of chunked(rows)) await ctx.db.insert(stockMovements).values([...chunk]);
}

/** The variant's level at a location; made, empty, where there is none. */
export async function levelAt(
  ctx: Context,
  stock: Stock,
  variantId: string,
  location: { readonly id: string; readonly position: number; readonly isActive: boolean },
): Promise<Level> {
  const levels = stock.levels.get(variantId) ?? [];
  const known = levels.find(({ locationId }) => locationId === location.id);
  if (known !== undefined) return known;
  const own = { locationId: location.id, variantId };
  const [row] = await ctx.db
    .insert(stockLevels)
    .values({ ...own, storeId: ctx.store.id, onHand: 0 })
    .returning({ id: stockLevels.id });
  if (row === undefined) throw new Error("the stock level was not stored");
  const { position, isActive } = location;
  const level = { ...own, id: row.id, position, isActive, onHand: 0, reserved: 0, allocated: 0 };
  const made: Level = { ...level, backorderLimit: 0 };
  stock.levels.set(variantId, [...levels, made]);
  return made;
}
