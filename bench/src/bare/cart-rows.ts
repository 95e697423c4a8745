/** A guest's cart as rows: found by its token, read with what its lines show. */
import { AVAILABLE, ON_SHELF } from "./detail-sql.ts";
import { type Json, one, type Tx } from "./driver.ts";
import type { Store } from "./store.ts";

export interface CartRow {
  readonly id: string;
  readonly version: number;
  readonly email: string | null;
  readonly shipping_address: Json | null;
  readonly shipping_method_id: string | null;
}

export interface LineRow {
  readonly id: string;
  readonly variant_id: string;
  readonly product_id: string;
  readonly product_slug: string;
  readonly title: string;
  readonly variant_title: string;
  readonly sku: string | null;
  readonly options: Json;
  readonly picture_url: string | null;
  readonly picture_alt: string | null;
  readonly quantity: number;
  readonly amount: number | string;
  readonly available: number | string;
  readonly on_shelf: number | string;
}

export interface MethodRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly amount: number | string;
  readonly free_from: number | string | null;
  readonly min_days: number;
  readonly max_days: number;
}

const CART = "id, version, email, shipping_address, shipping_method_id";

const FIND = {
  sqlite: `select ${CART} from carts
    where store_id = ? and token_hash = ? and user_id is null and status = 'active'`,
  postgres: `select ${CART} from carts
    where store_id = ? and token_hash = ? and user_id is null and status = 'active' for update`,
} as const;

const LINES = `select cart_lines.id, cart_lines.variant_id, cart_lines.quantity,
    products.id as product_id, products.slug as product_slug, products.title,
    variants.title as variant_title, variants.sku, variants.options,
    coalesce(media.url, products.picture_url) as picture_url,
    coalesce(media.alt, products.picture_alt) as picture_alt, prices.amount,
    ${AVAILABLE} AS available, ${ON_SHELF} AS on_shelf
  from cart_lines
  inner join variants on variants.store_id = ? and variants.id = cart_lines.variant_id
  inner join products on products.store_id = ? and products.id = variants.product_id
  inner join prices on prices.store_id = ? and prices.variant_id = variants.id
    and prices.currency = ?
  left join media on media.store_id = ? and media.id = variants.media_id
  where cart_lines.store_id = ? and cart_lines.cart_id = ? order by cart_lines.id asc`;

const METHOD = `select id, code, name, description, amount, free_from, min_days, max_days
  from shipping_methods where store_id = ?`;
const METHOD_BY_ID = `${METHOD} and id = ?`;
const METHOD_BY_CODE = `${METHOD} and code = ?`;

export const CHANGED = `where store_id = ? and id = ? returning ${CART}`;

export const findCart = (tx: Tx, store: Store, tokenHash: string): Promise<CartRow> =>
  one<CartRow>(tx, FIND[tx.engine], [store.id, tokenHash]);

export const linesOf = (tx: Tx, store: Store, cartId: string) => {
  const { id, currency } = store;
  const everywhere = Array.from({ length: 9 }, () => id);
  return tx.all<LineRow>(LINES, [...everywhere, currency, id, id, cartId]);
};

export const methodByCode = (tx: Tx, store: Store, code: string): Promise<MethodRow> =>
  one<MethodRow>(tx, METHOD_BY_CODE, [store.id, code]);

export async function methodOf(tx: Tx, store: Store, cart: CartRow): Promise<MethodRow | null> {
  if (cart.shipping_method_id === null) return null;
  return one<MethodRow>(tx, METHOD_BY_ID, [store.id, cart.shipping_method_id]);
}
