/** Finding, making and changing cart rows. One active cart a customer; a guest's is known by its token. */
import { isUniqueViolation } from "@souk/db";
import { cartLines, carts } from "@souk/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { hashSecret, randomSecret } from "../../kernel/secrets.ts";

export type CartRow = typeof carts.$inferSelect;
export type CartLineRow = typeof cartLines.$inferSelect;

/** The two states in which a cart is the caller's current one. */
const OPEN = ["active", "placing"] as const;

/** Which rows are the caller's: a customer's own, or the guest's whose token came along. */
function ownCart(ctx: Context) {
  const { actor, request } = ctx;
  if (actor.kind === "customer") return eq(carts.userId, actor.userId);
  if (request.cartToken === null) return null;
  return and(eq(carts.tokenHash, hashSecret(request.cartToken)), sql`${carts.userId} is null`);
}

/** The caller's open cart. `lock` keeps it until the caller's unit of work ends. */
export async function find(ctx: Context, { lock = false } = {}): Promise<CartRow | null> {
  const own = ownCart(ctx);
  if (own === null) return null;
  const query = ctx.db
    .select()
    .from(carts)
    .where(and(eq(carts.storeId, ctx.store.id), own, inArray(carts.status, [...OPEN])));
  const [cart] = await (lock ? query.for("update") : query);
  return cart ?? null;
}

/** The cart behind a guest's token, whatever became of it: it names the guest. */
export async function guestCartId(ctx: Context): Promise<string | null> {
  const own = ownCart(ctx);
  if (own === null || ctx.actor.kind === "customer") return null;
  const [cart] = await ctx.db
    .select({ id: carts.id })
    .from(carts)
    .where(and(eq(carts.storeId, ctx.store.id), own));
  return cart?.id ?? null;
}

export interface OpenedCart {
  readonly cart: CartRow;
  /** A new guest cart's token, to be told once. */
  readonly token: string | null;
}

/** The caller's cart, made when there is none; locked. */
export async function findOrOpen(ctx: Context): Promise<OpenedCart> {
  const known = await find(ctx, { lock: true });
  if (known !== null) return { cart: unlocked(known), token: null };
  const token = ctx.actor.kind === "customer" ? null : randomSecret();
  try {
    const [cart] = await inTransaction(ctx, ({ db }) =>
      db
        .insert(carts)
        .values({
          storeId: ctx.store.id,
          currency: ctx.store.currency,
          tokenHash: token === null ? null : hashSecret(token),
          userId: ctx.actor.kind === "customer" ? ctx.actor.userId : null,
        })
        .returning(),
    );
    if (cart === undefined) throw new Error("the cart was not stored");
    return { cart, token };
  } catch (error) {
    // The same customer opened one a moment ago, in another tab.
    const raced = isUniqueViolation(error) ? await find(ctx, { lock: true }) : null;
    if (raced === null) throw error;
    return { cart: unlocked(raced), token: null };
  }
}

/** The caller's cart, locked and open to change. */
export async function findToChange(ctx: Context): Promise<CartRow | null> {
  const cart = await find(ctx, { lock: true });
  return cart === null ? null : unlocked(cart);
}

/** Nobody adds to a cart that is being paid for. */
function unlocked(cart: CartRow): CartRow {
  if (cart.status === "active") return cart;
  throw conflict("cart_is_being_paid", "This cart is being paid for. Try again in a moment.");
}

/** Writes a change and the new version that goes with it. */
export async function change(
  ctx: Context,
  cart: CartRow,
  values: Partial<typeof carts.$inferInsert> = {},
): Promise<CartRow> {
  const [changed] = await ctx.db
    .update(carts)
    .set({ ...values, version: sql`${carts.version} + 1` })
    .where(and(eq(carts.storeId, ctx.store.id), eq(carts.id, cart.id)))
    .returning();
  if (changed === undefined) throw new Error(`no cart ${cart.id}`);
  return changed;
}

export async function linesOf(ctx: Context, cartId: string): Promise<CartLineRow[]> {
  return await ctx.db
    .select()
    .from(cartLines)
    .where(and(eq(cartLines.storeId, ctx.store.id), eq(cartLines.cartId, cartId)))
    .orderBy(asc(cartLines.id));
}
