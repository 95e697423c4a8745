/**
 * Holding units for a payment, then selling them or letting them go. One conditional UPDATE decides
 * each line, so k units are promised k times at most, under any parallelism, on either engine.
 */
import { stockLevels, stockLocations, stockReservations } from "@souk/db/schema";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict, type DomainError } from "../../kernel/errors.ts";
import { available, record } from "./levels.ts";

export interface ReserveLine {
  readonly variantId: string;
  readonly quantity: number;
}

interface Taken {
  readonly levelId: string;
  readonly quantity: number;
  /** What the level has left. */
  readonly left: number;
}

/**
 * Inside the caller's unit of work: all lines or, by a `conflict`, none.
 * Lines of one variant are summed, and all callers go through the variants in one order, so that
 * two carts never wait for each other in a circle. Answers the variants of which a location now has none.
 */
export async function reserve(
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
): Promise<string[]> {
  const taken: Taken[] = [];
  const soldOut: string[] = [];
  for (const line of summed(lines)) {
    const parts = (await takeFromOne(ctx, line)) ?? (await takeFromSeveral(ctx, line));
    if (parts === null) throw outOfStock();
    taken.push(...parts);
    if (parts.some(({ left }) => left === 0)) soldOut.push(line.variantId);
  }
  if (taken.length === 0) return [];
  await ctx.db.insert(stockReservations).values(
    taken.map(({ levelId, quantity }) => ({
      storeId: ctx.store.id,
      levelId,
      paymentId,
      quantity,
    })),
  );
  await record(
    ctx,
    taken.map(({ levelId, quantity }) => ({
      levelId,
      type: "reserve",
      reservedDelta: quantity,
      reference: paymentId,
    })),
  );
  return soldOut;
}

const outOfStock = (): DomainError =>
  conflict("out_of_stock", "Something in the cart has just been sold out.");

function summed(lines: readonly ReserveLine[]): readonly ReserveLine[] {
  const byVariant = new Map<string, ReserveLine>();
  for (const line of lines) {
    const quantity = line.quantity + (byVariant.get(line.variantId)?.quantity ?? 0);
    byVariant.set(line.variantId, { ...line, quantity });
  }
  return [...byVariant.values()].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
}

const levelsOf = (ctx: Context, variantId: string) =>
  and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.variantId, variantId));

/** The whole quantity from the first location that has it: the common case, in one statement. */
async function takeFromOne(ctx: Context, line: ReserveLine): Promise<Taken[] | null> {
  const { variantId, quantity } = line;
  const first = ctx.db
    .select({ id: stockLevels.id })
    .from(stockLevels)
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .where(and(levelsOf(ctx, variantId), gte(available, quantity)))
    .orderBy(asc(stockLocations.position), asc(stockLevels.id))
    .limit(1);
  const [hit] = await ctx.db
    .update(stockLevels)
    .set({ reserved: sql`${stockLevels.reserved} + ${quantity}` })
    .where(and(levelsOf(ctx, variantId), eq(stockLevels.id, first), gte(available, quantity)))
    .returning({ levelId: stockLevels.id, left: available.mapWith(Number) });
  return hit === undefined ? null : [{ ...hit, quantity }];
}

/** What one location cannot give, several may; and a first try that raced is settled under locks. */
async function takeFromSeveral(ctx: Context, line: ReserveLine): Promise<Taken[] | null> {
  const levels = await ctx.db
    .select({ id: stockLevels.id, available: available.mapWith(Number) })
    .from(stockLevels)
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .where(levelsOf(ctx, line.variantId))
    .orderBy(asc(stockLocations.position), asc(stockLevels.id))
    .for("update", { of: stockLevels });
  const total = levels.reduce((sum, level) => sum + Math.max(level.available, 0), 0);
  if (total < line.quantity) return null;
  const taken: Taken[] = [];
  let missing = line.quantity;
  for (const level of levels) {
    const quantity = Math.min(missing, Math.max(level.available, 0));
    if (quantity === 0) continue;
    await ctx.db
      .update(stockLevels)
      .set({ reserved: sql`${stockLevels.reserved} + ${quantity}` })
      .where(and(levelsOf(ctx, line.variantId), eq(stockLevels.id, level.id)));
    taken.push({ levelId: level.id, quantity, left: level.available - quantity });
    missing -= quantity;
  }
  return taken;
}

/** The payment succeeded: what was held is sold. */
export async function allocate(ctx: Context, paymentId: string): Promise<void> {
  for (const { levelId, quantity } of await end(ctx, paymentId, "allocated")) {
    await ctx.db
      .update(stockLevels)
      .set({
        reserved: sql`${stockLevels.reserved} - ${quantity}`,
        allocated: sql`${stockLevels.allocated} + ${quantity}`,
      })
      .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.id, levelId)));
    await record(ctx, [
      {
        levelId,
        type: "allocate",
        reservedDelta: -quantity,
        allocatedDelta: quantity,
        reference: paymentId,
      },
    ]);
  }
}

/**
 * The payment failed: what was held is for sale again. Answers the variants of which a location had
 * none.
 */
export async function release(ctx: Context, paymentId: string): Promise<string[]> {
  const back: string[] = [];
  for (const { levelId, quantity } of await end(ctx, paymentId, "released")) {
    const [level] = await ctx.db
      .update(stockLevels)
      .set({ reserved: sql`${stockLevels.reserved} - ${quantity}` })
      .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.id, levelId)))
      .returning({ variantId: stockLevels.variantId, left: available.mapWith(Number) });
    if (level?.left === quantity) back.push(level.variantId);
    await record(ctx, [
      { levelId, type: "release", reservedDelta: -quantity, reference: paymentId },
    ]);
  }
  return back;
}

/** Ends the payment's reservations, each once, in the order in which their levels were locked. */
async function end(ctx: Context, paymentId: string, status: "allocated" | "released") {
  const ended = await ctx.db
    .update(stockReservations)
    .set({ status })
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        eq(stockReservations.paymentId, paymentId),
        eq(stockReservations.status, "held"),
      ),
    )
    .returning({
      id: stockReservations.id,
      levelId: stockReservations.levelId,
      quantity: stockReservations.quantity,
    });
  return ended.sort((a, b) => (a.id < b.id ? -1 : 1));
}
