/** Rows of a cart as Souk answers them, to the byte. */
import type { CartRow, LineRow, MethodRow } from "./cart-rows.ts";
import { stockOf } from "./detail.ts";
import { type Json, jsonOf } from "./driver.ts";
import { type Money, moneyIn, type Store, taxIn } from "./store.ts";

export interface Address {
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postal_code: string;
  readonly country_code: string;
  readonly phone: string | null;
}

/** In the contract's order, which jsonb does not keep. */
export const addressOf = (address: Partial<Address>) => ({
  first_name: address.first_name ?? "",
  last_name: address.last_name ?? "",
  company: address.company ?? "",
  line1: address.line1 ?? "",
  line2: address.line2 ?? "",
  city: address.city ?? "",
  region: address.region ?? "",
  postal_code: address.postal_code ?? "",
  country_code: address.country_code ?? "",
  phone: address.phone ?? null,
});

export const storedAddress = (stored: Json | null) =>
  stored === null ? null : addressOf(jsonOf<Address>(stored));

export interface Amounts {
  readonly subtotal: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
}

export function amountsOf(
  store: Store,
  lines: readonly LineRow[],
  method: MethodRow | null,
): Amounts {
  const totals = lines.map(({ amount, quantity }) => Number(amount) * quantity);
  const subtotal = totals.reduce((sum, total) => sum + total, 0);
  const shipping = method === null ? 0 : priceOf(method, subtotal);
  const tax = [...totals, shipping].reduce((sum, amount) => sum + taxIn(store, amount), 0);
  return { subtotal, shipping, tax, total: subtotal + shipping };
}

const priceOf = ({ amount, free_from }: MethodRow, subtotal: number): number =>
  free_from !== null && subtotal >= Number(free_from) ? 0 : Number(amount);

export function totalsOf(store: Store, amounts: Amounts): Record<string, Money> {
  return {
    subtotal: moneyIn(store, amounts.subtotal),
    discount: moneyIn(store, 0),
    shipping: moneyIn(store, amounts.shipping),
    tax: moneyIn(store, amounts.tax),
    total: moneyIn(store, amounts.total),
  };
}

export const pictureOf = (row: LineRow) =>
  row.picture_url === null ? null : { url: row.picture_url, alt: row.picture_alt ?? "" };

interface Parts {
  readonly cart: CartRow;
  readonly lines: readonly LineRow[];
  readonly method: MethodRow | null;
  readonly token: string | null;
}

export function cartAnswer(store: Store, { cart, lines, method, token }: Parts) {
  const amounts = amountsOf(store, lines, method);
  return {
    id: cart.id,
    token,
    version: cart.version,
    currency: store.currency,
    prices_include_tax: true,
    item_count: lines.reduce((count, { quantity }) => count + quantity, 0),
    lines: lines.map((line) => lineAnswer(store, line)),
    email: cart.email,
    shipping_address: storedAddress(cart.shipping_address),
    billing_address: null,
    shipping_method:
      method === null
        ? null
        : {
            code: method.code,
            name: method.name,
            description: method.description,
            price: moneyIn(store, amounts.shipping),
            min_days: method.min_days,
            max_days: method.max_days,
          },
    totals: totalsOf(store, amounts),
    requirements: requirementsOf(cart, method),
    warnings: [],
  };
}

const lineAnswer = (store: Store, row: LineRow) => ({
  id: row.id,
  variant_id: row.variant_id,
  product_id: row.product_id,
  product_slug: row.product_slug,
  title: row.title,
  variant_title: row.variant_title,
  sku: row.sku,
  options: jsonOf<Record<string, string>>(row.options),
  picture: pictureOf(row),
  quantity: row.quantity,
  unit_price: moneyIn(store, row.amount),
  price_source: { kind: "base", name: null },
  base_price: moneyIn(store, row.amount),
  total: moneyIn(store, Number(row.amount) * row.quantity),
  stock: stockOf(row),
});

const need = (code: string, message: string) => ({ code, message, line_id: null });

function requirementsOf(cart: CartRow, method: MethodRow | null) {
  const missing = cart.email === null ? [need("email", "Say where to send the receipt.")] : [];
  if (cart.shipping_address === null) {
    missing.push(need("shipping_address", "Say where to send the parcel."));
  } else if (method === null) {
    missing.push(need("shipping_method", "Choose how to send the parcel."));
  }
  return missing;
}
