/** Putting things in, changing how many, taking them out. */
import { cartLines } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { MAX_QUANTITY } from "../../kernel/contract.ts";
import { conflict, invalidField, notFound } from "../../kernel/errors.ts";
import * as prices from "../../prices/service/index.ts";
import type { SellableVariant } from "../../products/service/index.ts";
import * as products from "../../products/service/index.ts";
import {
  type AddLineInput,
  type Cart,
  type LineRef,
  MAX_CART_LINES,
  type UpdateLineInput,
} from "../contract.ts";
import { type CartRow, change, findOrOpen, findToChange, linesOf } from "./store.ts";
import { buyerOf, cartOf, isForSale, priced } from "./view.ts";

export function addLine(ctx: Context, input: AddLineInput): Promise<Cart> {
  return inTransaction(ctx, async (ctx) => {
    const variant = await forSale(ctx, input.variant_id);
    const { cart, token } = await findOrOpen(ctx);
    await putIn(ctx, cart, variant, input.quantity);
    const changed = await change(ctx, cart);
    return cartOf(ctx, await priced(ctx, changed), token);
  });
}

/** Adds to the variant's line, or opens one. */
async function putIn(
  ctx: Context,
  cart: CartRow,
  variant: SellableVariant,
  quantity: number,
): Promise<void> {
  const lines = await linesOf(ctx, cart.id);
  const line = lines.find(({ variantId }) => variantId === variant.variantId);
  const wanted = quantity + (line?.quantity ?? 0);
  refuseTooMany(variant, wanted);
  const seenUnitPrice = await unitPriceOf(ctx, cart, variant.variantId, wanted);
  if (line !== undefined) {
    await updateRow(ctx, line.id, { quantity: wanted, seenUnitPrice });
    return;
  }
  if (lines.length >= MAX_CART_LINES) {
    throw conflict("cart_is_full", `A cart holds ${MAX_CART_LINES} different things at most.`);
  }
  await ctx.db.insert(cartLines).values({
    storeId: ctx.store.id,
    cartId: cart.id,
    variantId: variant.variantId,
    quantity,
    seenUnitPrice,
  });
}

export function updateLine(ctx: Context, input: UpdateLineInput): Promise<Cart> {
  return inTransaction(ctx, async (ctx) => {
    const { cart, line } = await ownLine(ctx, input);
    const variant = await forSale(ctx, line.variantId);
    refuseTooMany(variant, input.quantity);
    const { quantity } = input;
    const seenUnitPrice = await unitPriceOf(ctx, cart, line.variantId, quantity);
    await updateRow(ctx, line.id, { quantity, seenUnitPrice });
    return cartOf(ctx, await priced(ctx, await change(ctx, cart)));
  });
}

export function removeLine(ctx: Context, input: LineRef): Promise<Cart> {
  return inTransaction(ctx, async (ctx) => {
    const { cart, line } = await ownLine(ctx, input);
    await ctx.db
      .delete(cartLines)
      .where(and(eq(cartLines.storeId, ctx.store.id), eq(cartLines.id, line.id)));
    return cartOf(ctx, await priced(ctx, await change(ctx, cart)));
  });
}

/** Somebody else's line is "not found": an id can never be probed. */
async function ownLine(ctx: Context, { line_id }: LineRef) {
  const cart = await findToChange(ctx);
  const lines = cart === null ? [] : await linesOf(ctx, cart.id);
  const line = lines.find(({ id }) => id === line_id);
  if (cart === null || line === undefined) throw notFound("cart line");
  return { cart, line };
}

async function forSale(ctx: Context, variantId: string): Promise<SellableVariant> {
  const variant = (await products.sellable(ctx, [variantId])).get(variantId);
  if (variant === undefined || !isForSale(variant)) throw notFound("variant");
  return variant;
}

/** What the buyer is shown for so many: another price later is worth a warning. */
async function unitPriceOf(
  ctx: Context,
  cart: CartRow,
  variantId: string,
  quantity: number,
): Promise<number> {
  const [price] = await prices.priced(ctx, [{ variantId, quantity }], buyerOf(ctx, cart));
  return price?.amount ?? 0;
}

function refuseTooMany({ available, title }: SellableVariant, quantity: number): void {
  if (quantity > MAX_QUANTITY) {
    throw invalidField("quantity", "quantity_too_large", `Must be at most ${MAX_QUANTITY}.`);
  }
  if (available === null || quantity <= available) return;
  const message =
    available <= 0 ? `${title} is sold out.` : `Only ${available} of ${title} are left.`;
  throw conflict("out_of_stock", message, { fields: { quantity: [message] } });
}

async function updateRow(
  ctx: Context,
  id: string,
  values: Pick<typeof cartLines.$inferInsert, "quantity" | "seenUnitPrice">,
): Promise<void> {
  await ctx.db
    .update(cartLines)
    .set(values)
    .where(and(eq(cartLines.storeId, ctx.store.id), eq(cartLines.id, id)));
}
