/**
 * The order as it stands when its payment begins: priced, addressed, complete. Whoever learns the
 * payment's outcome, the node that asked or another after a crash, makes just this order of it.
 */
import type { AddressCopy } from "@souk/db/schema";
import { emailOf, type PricedCart } from "../../cart/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict, DomainError, type FieldErrors } from "../../kernel/errors.ts";

export interface DraftLine {
  readonly productId: string;
  readonly variantId: string;
  readonly productSlug: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly options: Record<string, string>;
  readonly picture: { readonly url: string; readonly alt: string } | null;
  readonly tracksInventory: boolean;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly tax: number;
  readonly total: number;
}

export interface OrderDraft {
  readonly orderId: string;
  readonly cartId: string;
  readonly userId: string | null;
  readonly email: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly lines: readonly DraftLine[];
  readonly shippingAddress: AddressCopy;
  readonly billingAddress: AddressCopy;
  readonly method: {
    readonly code: string;
    readonly name: string;
    readonly minDays: number;
    readonly maxDays: number;
  };
}

/** The one gate between a cart and an order. What it refuses, the cart's requirements had told. */
export function draftOf(ctx: Context, cart: PricedCart, orderId: string): OrderDraft {
  refuseUnready(cart);
  const { row, method, amounts } = cart;
  const email = emailOf(ctx, row);
  if (email === null || row.shippingAddress === null || method === null) {
    throw new Error("a cart without open requirements lacks something");
  }
  return {
    orderId,
    cartId: row.id,
    userId: row.userId,
    email,
    currency: row.currency,
    pricesIncludeTax: ctx.store.pricesIncludeTax,
    subtotal: amounts.subtotal,
    discount: amounts.discount,
    shipping: amounts.shipping,
    tax: amounts.tax,
    total: amounts.total,
    lines: cart.lines.map((line, i) => draftLine(line, amounts.lines[i])),
    shippingAddress: row.shippingAddress,
    billingAddress: row.billingAddress ?? row.shippingAddress,
    method: {
      code: method.code,
      name: method.name,
      minDays: method.minDays,
      maxDays: method.maxDays,
    },
  };
}

function draftLine(
  { row, variant, unitPrice }: PricedCart["lines"][number],
  amounts: PricedCart["amounts"]["lines"][number] | undefined,
): DraftLine {
  return {
    productId: variant.productId,
    variantId: variant.variantId,
    productSlug: variant.productSlug,
    title: variant.title,
    variantTitle: variant.variantTitle,
    sku: variant.sku,
    options: variant.options,
    picture: variant.picture,
    tracksInventory: variant.tracksInventory,
    quantity: row.quantity,
    unitPrice,
    tax: amounts?.tax ?? 0,
    total: amounts?.total ?? 0,
  };
}

/** Stock and sale are a matter of the moment (409); what the buyer left out is their input (400). */
function refuseUnready({ requirements }: PricedCart): void {
  const [first] = requirements;
  if (first === undefined) return;
  const gone = requirements.find(({ code }) => code === "stock" || code === "unavailable");
  if (gone !== undefined) {
    const reason = gone.code === "stock" ? "out_of_stock" : "variant_unavailable";
    throw conflict(reason, gone.message, { fields: { lines: [gone.message] } });
  }
  const fields: FieldErrors = Object.fromEntries(
    requirements.map(({ code, message }) => [code, [message]]),
  );
  throw new DomainError("invalid", "cart_incomplete", first.message, { fields });
}
