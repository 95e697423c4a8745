/** A cart as the world sees it: priced anew, with what is still missing to buy it. */
import { shippingMethods } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import * as prices from "../../prices/service/index.ts";
import type { SellableVariant } from "../../products/service/index.ts";
import * as products from "../../products/service/index.ts";
import * as shipping from "../../shipping/service.ts";
import type { Cart, CartLine, CartWarning, Requirement } from "../contract.ts";
import { type Amounts, price, totalsOf } from "../pricing.ts";
import { type CartLineRow, type CartRow, linesOf } from "./store.ts";

export interface PricedCart {
  readonly row: CartRow;
  readonly lines: readonly PricedCartLine[];
  readonly method: shipping.ShippingMethod | null;
  readonly parcel: shipping.Parcel;
  readonly amounts: Amounts;
  readonly requirements: readonly Requirement[];
}

export interface PricedCartLine {
  readonly row: CartLineRow;
  readonly variant: SellableVariant;
  /** Minor units, of the buyer's price lists too; 0 for what cannot be bought any more. */
  readonly unitPrice: number;
  readonly source: prices.UnitPrice["source"];
}

export function emptyCart({ store }: Context): Cart {
  const { currency, pricesIncludeTax } = store;
  const nothing = price(store, [], 0);
  return {
    id: null,
    token: null,
    version: 0,
    currency,
    prices_include_tax: pricesIncludeTax,
    item_count: 0,
    lines: [],
    email: null,
    shipping_address: null,
    billing_address: null,
    shipping_method: null,
    totals: totalsOf(nothing, currency),
    requirements: [need("lines", "The cart is empty.")],
    warnings: [],
  };
}

/** Prices are those of this moment, for this buyer: what a client believes of them plays no part. */
export async function priced(ctx: Context, row: CartRow): Promise<PricedCart> {
  const rows = await linesOf(ctx, row.id);
  const sellable = await products.sellable(
    ctx,
    rows.map(({ variantId }) => variantId),
  );
  const found = await prices.priced(ctx, rows, buyerOf(ctx, row));
  const lines = rows.flatMap((line, i): PricedCartLine[] => {
    const variant = sellable.get(line.variantId);
    if (variant === undefined) return [];
    const price = isForSale(variant) ? found[i] : null;
    const { amount: unitPrice, source } = price ?? unsold;
    return [{ row: line, variant, unitPrice, source }];
  });
  const items = lines.map(({ row: { quantity }, variant: { taxable }, unitPrice }) => ({
    quantity,
    taxable,
    unitPrice,
  }));
  const { subtotal } = price(ctx.store, items, 0);
  const parcel = { subtotal, country: row.shippingAddress?.country_code ?? null };
  const chosen = await chosenMethod(ctx, row);
  const method = chosen !== null && shipping.serves(chosen, parcel) ? chosen : null;
  const cost = method === null || items.length === 0 ? 0 : shipping.priceFor(method, parcel);
  const amounts = price(ctx.store, items, cost);
  const requirements = requirementsOf(ctx, row, lines, method);
  return { row, lines, method, parcel, amounts, requirements };
}

const unsold: prices.UnitPrice = { amount: 0, source: { kind: "base", name: null } };

/** Whose groups and which moment its prices go by. */
export const buyerOf = (
  { now }: Context,
  { currency, userId }: Pick<CartRow, "currency" | "userId">,
): prices.Shopper => ({ currency, userId, at: now() });

export const isForSale = (variant: SellableVariant): boolean =>
  variant.active && variant.price !== null;

async function chosenMethod(ctx: Context, row: CartRow): Promise<shipping.ShippingMethod | null> {
  if (row.shippingMethodId === null) return null;
  const [method] = await ctx.db
    .select()
    .from(shippingMethods)
    .where(
      and(eq(shippingMethods.storeId, ctx.store.id), eq(shippingMethods.id, row.shippingMethodId)),
    );
  return method ?? null;
}

export const emailOf = (ctx: Context, row: CartRow): string | null =>
  row.email ?? (ctx.actor.kind === "customer" ? ctx.actor.email : null);

const need = (code: Requirement["code"], message: string, lineId: string | null = null) => ({
  code,
  message,
  line_id: lineId,
});

function requirementsOf(
  ctx: Context,
  row: CartRow,
  lines: readonly PricedCartLine[],
  method: shipping.ShippingMethod | null,
): Requirement[] {
  const missing = lines.flatMap(lineRequirements);
  if (lines.length === 0) missing.push(need("lines", "The cart is empty."));
  if (emailOf(ctx, row) === null) missing.push(need("email", "Say where to send the receipt."));
  if (row.shippingAddress === null) {
    missing.push(need("shipping_address", "Say where to send the parcel."));
  } else if (method === null) {
    missing.push(need("shipping_method", "Choose how to send the parcel."));
  }
  return missing;
}

function lineRequirements({ row, variant }: PricedCartLine): Requirement[] {
  const { title, available } = variant;
  if (!isForSale(variant)) {
    return [need("unavailable", `${title} is not sold any more. Take it out.`, row.id)];
  }
  if (available === null || available >= row.quantity) return [];
  const message =
    available <= 0 ? `${title} is sold out.` : `Only ${available} of ${title} are left.`;
  return [need("stock", message, row.id)];
}

export function cartOf(ctx: Context, cart: PricedCart, token: string | null = null): Cart {
  const { row, lines, method, parcel, amounts } = cart;
  const { currency } = row;
  return {
    id: row.id,
    token,
    version: row.version,
    currency,
    prices_include_tax: ctx.store.pricesIncludeTax,
    item_count: lines.reduce((count, line) => count + line.row.quantity, 0),
    lines: lines.map((line, i) => ({
      ...cartLineOf(line, amounts.lines[i]?.total ?? 0, currency),
      stock: products.stockOf(ctx, line.variant),
    })),
    email: emailOf(ctx, row),
    shipping_address: row.shippingAddress,
    billing_address: row.billingAddress,
    shipping_method: method === null ? null : shipping.optionOf(method, parcel),
    totals: totalsOf(amounts, currency),
    requirements: [...cart.requirements],
    warnings: lines.flatMap((line) => priceChange(line)),
  };
}

function cartLineOf(
  { row, variant, unitPrice, source }: PricedCartLine,
  total: number,
  currency: string,
) {
  return {
    id: row.id,
    variant_id: row.variantId,
    product_id: variant.productId,
    product_slug: variant.productSlug,
    title: variant.title,
    variant_title: variant.variantTitle,
    sku: variant.sku,
    options: variant.options,
    picture: variant.picture,
    quantity: row.quantity,
    unit_price: money(unitPrice, currency),
    price_source: source,
    base_price: money(variant.price ?? 0, currency),
    total: money(total, currency),
  } satisfies Omit<CartLine, "stock">;
}

function priceChange({ row, variant, unitPrice }: PricedCartLine): CartWarning[] {
  if (!isForSale(variant) || row.seenUnitPrice === unitPrice) return [];
  const direction = unitPrice > row.seenUnitPrice ? "risen" : "fallen";
  const message = `The price of ${variant.title} has ${direction} since you put it in.`;
  return [{ code: "price_changed", message, line_id: row.id }];
}
