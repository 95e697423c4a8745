/**
 * Holding units for a payment, then selling them or letting them go. The stock is locked, and each
 * level is changed by a conditional UPDATE, so k units are promised k times at most, under any
 * parallelism, on either engine.
 */
import { stockLevels, stockReservations } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict, type DomainError } from "../../kernel/errors.ts";
import { changeStock, move, moveStock } from "./change-stock.ts";
import { keepParts, partsIn, type ReserveLine, takenApart } from "./parts.ts";
import { type Level, lockShelves, type Stock, shelfOf } from "./stock.ts";

/** What the units are held for, where it is no payment of the shop's own. */
export interface Terms {
  readonly expiresAt: Date;
  readonly note: string;
  readonly actorId: string | null;
}

/**
 * Inside the caller's unit of work: all lines or, by a `conflict`, none. Bundles are taken apart, and
 * lines of one variant, whichever line they come from, are summed.
 */
export function reserve(
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  terms?: Terms,
): Promise<void> {
  const variantIds = lines.map(({ variantId }) => variantId);
  return changeStock(ctx, variantIds, async (stock) => {
    const parts = partsIn(stock, lines);
    if ([...parts.values()].some((made) => made.length === 0)) throw outOfStock();
    const taken = takenApart(parts, lines).flatMap((line) => taking(stock, line));
    if (taken.length === 0) return;
    await keepParts(ctx, paymentId, parts);
    await ctx.db.insert(stockReservations).values(
      taken.map(({ level, quantity }) => ({
        storeId: ctx.store.id,
        levelId: level.id,
        paymentId,
        quantity,
        expiresAt: terms?.expiresAt ?? null,
        createdAt: ctx.now(),
      })),
    );
    const why = { reference: paymentId, note: terms?.note ?? "", actorId: terms?.actorId ?? null };
    await moveStock(
      ctx,
      stock,
      taken.map(({ level: { id: levelId }, quantity }) => ({
        ...{ levelId, type: "reserve" as const, reserved: quantity },
        ...why,
      })),
    );
  });
}

interface Taken {
  readonly level: Level;
  readonly quantity: number;
}

/**
 * From the first location that has all of it on the shelf; else from one location after the other, first
 * what is there, then what may be ordered.
 */
function taking(stock: Stock, { variantId, quantity }: ReserveLine): Taken[] {
  const levels = (stock.levels.get(variantId) ?? []).filter(({ isActive }) => isActive);
  const whole = levels.find((level) => shelfOf(level) >= quantity);
  if (whole !== undefined) return [{ level: whole, quantity }];
  const taken = new Map<Level, number>();
  let missing = quantity;
  const take = (level: Level, units: number): void => {
    const part = Math.min(missing, Math.max(units, 0));
    if (part > 0) taken.set(level, (taken.get(level) ?? 0) + part);
    missing -= part;
  };
  for (const level of levels) take(level, shelfOf(level));
  for (const level of levels) {
    take(level, shelfOf(level) + level.backorderLimit - (taken.get(level) ?? 0));
  }
  if (missing > 0) throw outOfStock();
  return [...taken].map(([level, units]) => ({ level, quantity: units }));
}

const outOfStock = (): DomainError =>
  conflict("out_of_stock", "Something in the cart has just been sold out.");

/** The payment succeeded: what was held is sold. What may be promised stays the same. */
export async function allocate(ctx: Context, paymentId: string): Promise<void> {
  const ended = await end(ctx, paymentId, "allocated");
  await lockShelves(
    ctx,
    ended.map(({ levelId }) => levelId),
  );
  await move(
    ctx,
    ended.map(({ levelId, quantity }) => ({
      ...{ levelId, type: "allocate" as const, reference: paymentId },
      ...{ reserved: -quantity, allocated: quantity },
    })),
  );
}

/** Why it is let go, where it is not by the payment's outcome. */
export interface Release {
  readonly note?: string;
  readonly actorId?: string | null;
}

/** The payment failed: what was held is for sale again. Answers whether anything was held. */
export async function release(
  ctx: Context,
  paymentId: string,
  { note = "", actorId = null }: Release = {},
): Promise<boolean> {
  const ended = await end(ctx, paymentId, "released");
  if (ended.length === 0) return false;
  const variantIds = await variantsOf(
    ctx,
    ended.map(({ levelId }) => levelId),
  );
  await changeStock(ctx, variantIds, (stock) =>
    moveStock(
      ctx,
      stock,
      ended.map(({ levelId, quantity }) => ({
        ...{ levelId, type: "release" as const, reserved: -quantity },
        ...{ reference: paymentId, note, actorId },
      })),
    ),
  );
  return true;
}

/** Ends the payment's reservations, each once. */
function end(ctx: Context, paymentId: string, status: "allocated" | "released") {
  return ctx.db
    .update(stockReservations)
    .set({ status })
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        eq(stockReservations.paymentId, paymentId),
        eq(stockReservations.status, "held"),
      ),
    )
    .returning({ levelId: stockReservations.levelId, quantity: stockReservations.quantity });
}

export async function variantsOf(ctx: Context, levelIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .where(and(eq(stockLevels.storeId, ctx.store.id), inArray(stockLevels.id, [...levelIds])));
  return rows.map(({ variantId }) => variantId);
}
