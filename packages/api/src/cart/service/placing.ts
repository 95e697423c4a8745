/** A cart on its way to an order. Only the orders domain calls these, inside its unit of work. */
import { carts } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { CartRow } from "./store.ts";

type Status = CartRow["status"];

/** Nobody changes it until the payment has an outcome. */
export const closeForPayment = (ctx: Context, cartId: string): Promise<void> =>
  move(ctx, cartId, "active", "placing");

/** The payment came to nothing: the buyer goes on where they were. */
export const reopen = (ctx: Context, cartId: string): Promise<void> =>
  move(ctx, cartId, "placing", "active");

/** It has become an order. */
export const completeCart = (ctx: Context, cartId: string): Promise<void> =>
  move(ctx, cartId, "placing", "completed");

async function move(ctx: Context, cartId: string, from: Status, to: Status): Promise<void> {
  const moved = await ctx.db
    .update(carts)
    .set({ status: to })
    .where(and(eq(carts.storeId, ctx.store.id), eq(carts.id, cartId), eq(carts.status, from)))
    .returning({ id: carts.id });
  if (moved.length === 0) throw new Error(`cart ${cartId} is not ${from}`);
}
