/** A guest signs in: what was in the guest's cart goes into the customer's. */
import { cartLines, carts } from "@souk/db/schema";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { MAX_QUANTITY } from "../../kernel/contract.ts";
import { hashSecret } from "../../kernel/secrets.ts";
import { MAX_CART_LINES } from "../contract.ts";
import { forgetCarts } from "./privacy.ts";
import { type CartRow, linesOf } from "./store.ts";

/**
 * Quantities of the same variant add up. With no cart of their own the customer simply gets the
 * guest's. Nothing happens without a token, or while a payment for either cart is under way.
 */
export function adoptGuestCart(ctx: Context, userId: string): Promise<void> {
  const { cartToken } = ctx.request;
  if (cartToken === null) return Promise.resolve();
  return inTransaction(ctx, async (ctx) => {
    const [guest] = await ctx.db
      .select()
      .from(carts)
      .where(
        and(
          eq(carts.storeId, ctx.store.id),
          eq(carts.tokenHash, hashSecret(cartToken)),
          eq(carts.status, "active"),
          isNull(carts.userId),
        ),
      )
      .for("update");
    if (guest === undefined) return;
    const own = await openCartOf(ctx, userId);
    if (own === null) await handOver(ctx, guest, userId);
    else if (own.status === "active") await merge(ctx, guest, own);
  });
}

async function openCartOf(ctx: Context, userId: string): Promise<CartRow | null> {
  const [cart] = await ctx.db
    .select()
    .from(carts)
    .where(
      and(
        eq(carts.storeId, ctx.store.id),
        eq(carts.userId, userId),
        inArray(carts.status, ["active", "placing"]),
      ),
    )
    .for("update");
  return cart ?? null;
}

/** The guest's token stops working: whoever knew it must not see a customer's cart. */
async function handOver(ctx: Context, guest: CartRow, userId: string): Promise<void> {
  await ctx.db
    .update(carts)
    .set({ userId, tokenHash: null, version: guest.version + 1 })
    .where(and(eq(carts.storeId, ctx.store.id), eq(carts.id, guest.id)));
}

async function merge(ctx: Context, guest: CartRow, own: CartRow): Promise<void> {
  const [theirs, mine] = [await linesOf(ctx, guest.id), await linesOf(ctx, own.id)];
  let room = MAX_CART_LINES - mine.length;
  for (const line of theirs) {
    const same = mine.find(({ variantId }) => variantId === line.variantId);
    if (same !== undefined) {
      const quantity = Math.min(same.quantity + line.quantity, MAX_QUANTITY);
      await ctx.db
        .update(cartLines)
        .set({ quantity })
        .where(and(eq(cartLines.storeId, ctx.store.id), eq(cartLines.id, same.id)));
    } else if (room > 0) {
      room -= 1;
      await ctx.db
        .update(cartLines)
        .set({ cartId: own.id })
        .where(and(eq(cartLines.storeId, ctx.store.id), eq(cartLines.id, line.id)));
    }
  }
  await ctx.db
    .update(carts)
    .set({ version: own.version + 1 })
    .where(and(eq(carts.storeId, ctx.store.id), eq(carts.id, own.id)));
  await forgetCarts(ctx, [guest.id]);
}
