/** Changing stock: locked before, explained by movements, and told to whom it concerns afterwards. */
import { byEngine } from "@souk/db";
import { stockLevels, stockMovements } from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { type DomainEvent, publish } from "../../kernel/events.ts";
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
  const marks: DomainEvent[] = [];
  for (const [variantId, now] of standings(ctx, stock)) {
    const was = before.get(variantId);
    const productId = stock.variants.get(variantId)?.productId;
    if (was === undefined || productId === undefined) continue;
    const facts = { variantId, productId, available: now.available };
    if (was.onShelf >= was.threshold && now.onShelf < now.threshold) {
      marks.push(lowStock(facts, now.onShelf, now.threshold));
    }
    if (was.available > 0 === now.available > 0) continue;
    marks.push(now.available > 0 ? backInStock(facts) : outOfStock(facts));
    turned.push(productId);
  }
  await publish(ctx, ...marks);
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

/** All levels by one statement, and none below what is promised of it, whoever else wrote it. */
export async function move(ctx: Context, moves: readonly Move[]): Promise<void> {
  const effective = moves.filter(
    ({ onHand, reserved, allocated }) => onHand || reserved || allocated,
  );
  if (effective.length === 0) return;
  const sums = sumsOf(effective);
  const next = {
    onHand: sql<number>`${stockLevels.onHand} + by.on_hand`,
    reserved: sql<number>`${stockLevels.reserved} + by.reserved`,
    allocated: sql<number>`${stockLevels.allocated} + by.allocated`,
  };
  const moved = await ctx.db
    .update(stockLevels)
    .set(next)
    .from(byLevel(JSON.stringify(sums)))
    .where(
      and(eq(stockLevels.storeId, ctx.store.id), sql`${stockLevels.id} = by.id`, holdsAfter(next)),
    )
    .returning({ id: stockLevels.id });
  if (moved.length < sums.length) throw promised();
  await record(ctx, effective);
}

/** One row a level, since a statement changes a row once. */
function sumsOf(moves: readonly Move[]) {
  const byLevel = Map.groupBy(moves, ({ levelId }) => levelId);
  const sum = (of: readonly Move[], field: "onHand" | "reserved" | "allocated") =>
    of.reduce((total, one) => total + (one[field] ?? 0), 0);
  return [...byLevel].map(([id, of]) => ({
    id,
    on_hand: sum(of, "onHand"),
    reserved: sum(of, "reserved"),
    allocated: sum(of, "allocated"),
  }));
}

const byLevel = (sums: string): SQL =>
  byEngine({
    postgres: sql`jsonb_to_recordset(${sums}::jsonb)
      as by(id uuid, on_hand integer, reserved integer, allocated integer)`,
    sqlite: sql`(select value ->> 'id' as id, value ->> 'on_hand' as on_hand,
      value ->> 'reserved' as reserved, value ->> 'allocated' as allocated
      from json_each(${sums})) as by`,
  });

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

interface Place {
  readonly id: string;
  readonly position: number;
  readonly isActive: boolean;
}

/** The variant's level at a location; made, empty, where there is none. */
export async function levelAt(
  ctx: Context,
  stock: Stock,
  variantId: string,
  place: Place,
): Promise<Level> {
  if (knownAt(stock, variantId, place) === undefined) {
    await makeLevels(ctx, stock, [variantId], place);
  }
  const level = knownAt(stock, variantId, place);
  if (level === undefined) throw new Error("the stock level was not stored");
  return level;
}

export const knownAt = ({ levels }: Stock, variantId: string, { id }: Place): Level | undefined =>
  levels.get(variantId)?.find(({ locationId }) => locationId === id);

/** Empty ones, for variants that have none there. */
export async function makeLevels(
  ctx: Context,
  stock: Stock,
  variantIds: readonly string[],
  { id: locationId, position, isActive }: Place,
): Promise<void> {
  for (const chunk of chunked(variantIds)) {
    const rows = await ctx.db
      .insert(stockLevels)
      .values(
        chunk.map((variantId) => ({ storeId: ctx.store.id, locationId, variantId, onHand: 0 })),
      )
      .returning({ id: stockLevels.id, variantId: stockLevels.variantId });
    for (const { id, variantId } of rows) {
      const made = { id, variantId, locationId, position, isActive };
      const empty = { onHand: 0, reserved: 0, allocated: 0, backorderLimit: 0 };
      stock.levels.set(variantId, [...(stock.levels.get(variantId) ?? []), { ...made, ...empty }]);
    }
  }
}
