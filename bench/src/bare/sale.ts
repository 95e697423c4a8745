/** A sale under way, as Souk keeps it with the payment and as it answers it. */
import { type Amounts, pictureOf, storedAddress, totalsOf } from "./cart-answer.ts";
import type { CartRow, LineRow, MethodRow } from "./cart-rows.ts";
import { jsonOf, type Tx } from "./driver.ts";
import { moneyIn, type Store, taxIn } from "./store.ts";

export const PAID_BY = "Visa ···· 4242";

/** What the writes of one order have in common. */
export interface Sale {
  readonly tx: Tx;
  readonly store: Store;
  readonly now: string;
  readonly cart: CartRow;
  readonly lines: readonly LineRow[];
  readonly method: MethodRow;
  readonly amounts: Amounts;
  readonly paymentId: string;
  readonly orderId: string;
  readonly accessToken: string;
}

/** As much as Souk keeps, so that the row is as large. */
export function draftOf({ orderId, store, cart, lines, method, amounts }: Sale): object {
  const address = storedAddress(cart.shipping_address);
  return {
    ...{ orderId, cartId: cart.id, userId: null, email: cart.email, currency: store.currency },
    ...{ pricesIncludeTax: true, discount: 0, ...amounts },
    lines: lines.map((line) => ({
      ...line,
      ...lineAmounts(store, line),
      picture: pictureOf(line),
    })),
    ...{ shippingAddress: address, billingAddress: address },
    method: {
      code: method.code,
      name: method.name,
      minDays: method.min_days,
      maxDays: method.max_days,
    },
  };
}

export function lineAmounts(store: Store, { amount, quantity }: LineRow) {
  const total = Number(amount) * quantity;
  return { unitPrice: Number(amount), tax: taxIn(store, total), total };
}

export function answerOf(sale: Sale, number: string, lineIds: readonly string[]) {
  const { store, now, cart, lines, method, amounts, orderId } = sale;
  const address = storedAddress(cart.shipping_address);
  return {
    ...{ id: orderId, number, status: "placed", payment_status: "paid" },
    ...{ fulfillment_status: "unfulfilled", email: cart.email, currency: store.currency },
    prices_include_tax: true,
    lines: lines.map((line, i) => lineAnswer(store, line, lineIds[i] ?? "")),
    totals: totalsOf(store, amounts),
    shipping_address: address,
    billing_address: address,
    shipping_method: {
      code: method.code,
      name: method.name,
      min_days: method.min_days,
      max_days: method.max_days,
    },
    payment: { gateway: "test", method: PAID_BY, status: "captured" },
    placed_at: now,
  };
}

function lineAnswer(store: Store, line: LineRow, id: string) {
  const { unitPrice, tax, total } = lineAmounts(store, line);
  return {
    ...{ id, variant_id: line.variant_id, product_slug: line.product_slug, title: line.title },
    ...{ variant_title: line.variant_title, sku: line.sku },
    options: jsonOf<Record<string, string>>(line.options),
    ...{ picture: pictureOf(line), quantity: line.quantity },
    unit_price: moneyIn(store, unitPrice),
    tax: moneyIn(store, tax),
    total: moneyIn(store, total),
  };
}
