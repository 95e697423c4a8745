/** The prices that lists show: the store's own stand in `products`, all others in `product_prices`. */
import { byEngine } from "@souk/db";
import { productPrices, products } from "@souk/db/schema";
import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";

export interface ListedPrices {
  readonly currency: string;
  readonly minPrice: Column;
  readonly maxPrice: Column;
  readonly compareAtPrice: Column;
  /** What ties with equal prices are broken by: of the same index as they. */
  readonly id: Column;
  /** How `product_prices` is joined; undefined where it is not needed. */
  readonly join: SQL | undefined;
}

export const ownPrices = (currency: string): ListedPrices => ({
  currency,
  minPrice: products.minPrice,
  maxPrice: products.maxPrice,
  compareAtPrice: products.compareAtPrice,
  id: products.id,
  join: undefined,
});

/** What has no price in the currency is not for sale there. Throws `currency_unknown`. */
export function listedPrices({ store }: Context, asked?: string): ListedPrices {
  if (asked === undefined || asked === store.currency) return ownPrices(store.currency);
  assertSoldIn(store, asked);
  return {
    currency: asked,
    minPrice: productPrices.minPrice,
    maxPrice: productPrices.maxPrice,
    compareAtPrice: productPrices.compareAtPrice,
    id: productPrices.productId,
    join: and(
      eq(productPrices.storeId, store.id),
      eq(productPrices.currency, asked),
      eq(productPrices.productId, products.id),
    ),
  };
}

/**
 * Beside products that are found already, `join` being met: looked up for each of them by its own index. A planner
 * cannot know how few words find, and would rather read all prices of the currency.
 */
export const pricesOfEach = ({ join }: ListedPrices): SQL =>
  byEngine({
    sqlite: sql`${productPrices}`,
    postgres: sql`lateral (select * from ${productPrices} where ${join} limit 1) as ${productPrices}`,
  });

/** The currency to answer in. Throws `currency_unknown`. */
export function currencyOf({ store }: Context, asked = store.currency): string {
  assertSoldIn(store, asked);
  return asked;
}

function assertSoldIn(store: Context["store"], currency: string): void {
  if ([store.currency, ...store.currencies].includes(currency)) return;
  throw invalidField("currency", "currency_unknown", `This store does not sell in ${currency}.`);
}
