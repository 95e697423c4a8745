/** Goods that come back: to a shelf, and never more of an order than has left the house for it. */
import { stockLevels, stockMovements } from "@souk/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { changeStock, levelAt, type Move, moveStock } from "./change-stock.ts";
import { partsHeld, type ReserveLine, takenApart } from "./parts.ts";
import type { Place } from "./places.ts";
import type { Cause } from "./shipping.ts";
import { shelved } from "./variant-rows.ts";

/**
 * Inside the caller's unit of work: what was shipped for the payment lies at the place. All lines or none;
 * of a bundle its components come back. Answers the levels that changed.
 */
export async function putBack(
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  { place, note = "", actorId = null }: Cause & { readonly place: Place },
): Promise<readonly string[]> {
  const sold = takenApart(await partsHeld(ctx, paymentId), lines);
  const variantIds = sold.map(({ variantId }) => variantId);
  return changeStock(ctx, variantIds, async (stock) => {
    const moves: Move[] = [];
    for (const { variantId, quantity } of sold) {
      const away = await awayOf(ctx, paymentId, variantId);
      if (quantity > away) throw tooMany(away);
      shelved(stock, variantId);
      const { id: levelId } = await levelAt(ctx, stock, variantId, place);
      const why = { type: "return", reference: paymentId, note, actorId } as const;
      moves.push({ levelId, onHand: quantity, ...why });
    }
    await moveStock(ctx, stock, moves);
    return moves.map(({ levelId }) => levelId);
  });
}

const tooMany = (away: number) =>
  conflict("not_shipped", `No more can come back than has left for this order: ${away}.`);

/** Shipped for the payment and not back yet; read under the variant's lock. */
async function awayOf(ctx: Context, paymentId: string, variantId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ net: sql<number>`coalesce(sum(${stockMovements.onHandDelta}), 0)`.mapWith(Number) })
    .from(stockMovements)
    .innerJoin(stockLevels, eq(stockLevels.id, stockMovements.levelId))
    .where(
      and(
        eq(stockMovements.storeId, ctx.store.id),
        eq(stockMovements.reference, paymentId),
        eq(stockLevels.variantId, variantId),
        inArray(stockMovements.type, ["ship", "return"]),
      ),
    );
  return 0 - (row?.net ?? 0);
}
