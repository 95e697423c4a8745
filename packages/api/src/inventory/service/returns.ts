/** Goods that come back: to a shelf, and never more of an order than has left the house for it. */
import { orders, payments, stockLevels, stockMovements } from "@souk/db/schema";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { actorIdOf, type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import type { ReturnInput, ReturnResult, StockLevel } from "../contract.ts";
import { changeStock, levelAt, moveStock } from "./change-stock.ts";
import { levelById } from "./list-levels.ts";
import { placeOf } from "./places.ts";
import { takenApart } from "./reservations.ts";

/** Of a bundle its components come back. */
export async function returnUnits(ctx: Context, input: ReturnInput): Promise<ReturnResult> {
  const variantId = input.variant_id.toLowerCase();
  return inTransaction(ctx, async (ctx) => {
    const paymentId = await paymentOf(ctx, input.order);
    const place = await placeOf(ctx, input.location_id);
    const levelIds = await changeStock(ctx, [variantId], async (stock) => {
      if (!stock.variants.has(variantId)) throw notFound("variant");
      const lines = takenApart(stock, [{ variantId, quantity: input.quantity }]);
      const moves: { levelId: string; onHand: number }[] = [];
      for (const line of lines) {
        const away = await awayOf(ctx, paymentId, line.variantId);
        if (line.quantity > away) throw tooMany(away);
        const level = await levelAt(ctx, stock, line.variantId, place);
        moves.push({ levelId: level.id, onHand: line.quantity });
      }
      const { note = "" } = input;
      const why = { type: "return", reference: paymentId, note, actorId: actorIdOf(ctx) } as const;
      await moveStock(
        ctx,
        stock,
        moves.map((move) => ({ ...move, ...why })),
      );
      return moves.map(({ levelId }) => levelId);
    });
    const levels: StockLevel[] = [];
    for (const id of levelIds) levels.push(await levelById(ctx, id));
    return { levels };
  });
}

const tooMany = (away: number) =>
  conflict("not_shipped", `No more can come back than has left for this order: ${away}.`);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What paid for an order, named by its number or id: its stock goes by that. */
export async function paymentOf(ctx: Context, order: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        UUID.test(order)
          ? or(eq(orders.id, order.toLowerCase()), eq(orders.number, order))
          : eq(orders.number, order),
      ),
    );
  if (row === undefined) throw notFound("order");
  return row.id;
}

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
