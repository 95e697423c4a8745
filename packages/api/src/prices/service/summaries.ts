/** What lists of products show of their variants' prices: kept in `product_prices`, but for the store's own currency. */
import { priceLists, prices, productPrices, variants } from "@souk/db/schema";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export interface SummedPrice {
  readonly amount: number;
  readonly compareAt: number | null;
}

export interface PriceSummary {
  readonly minPrice: number;
  readonly maxPrice: number;
  readonly compareAtPrice: number | null;
}

/** A list shows the cheapest variant's price, and what that one cost before. */
export function summaryOf(all: readonly SummedPrice[]): PriceSummary {
  const amounts = all.map(({ amount }) => amount);
  const minPrice = Math.min(...amounts);
  const reduced = all.flatMap(({ amount, compareAt }) =>
    amount === minPrice && compareAt !== null && compareAt > amount ? [compareAt] : [],
  );
  return {
    minPrice,
    maxPrice: Math.max(...amounts),
    compareAtPrice: reduced.length === 0 ? null : Math.max(...reduced),
  };
}

/** After a change of prices in other currencies than the store's own. */
export async function refreshSummaries(ctx: Context, productIds: readonly string[]): Promise<void> {
  const { db, store } = ctx;
  if (productIds.length === 0) return;
  const rows = await db
    .select({
      productId: variants.productId,
      currency: prices.currency,
      amount: prices.amount,
      compareAt: prices.compareAt,
    })
    .from(prices)
    .innerJoin(variants, and(eq(variants.storeId, store.id), eq(variants.id, prices.variantId)))
    .where(
      and(
        eq(prices.storeId, store.id),
        ne(prices.currency, store.currency),
        inArray(variants.productId, [...productIds]),
      ),
    );
  await db
    .delete(productPrices)
    .where(
      and(eq(productPrices.storeId, store.id), inArray(productPrices.productId, [...productIds])),
    );
  const sums = [...Map.groupBy(rows, (row) => `${row.productId} ${row.currency}`).values()];
  const values = sums.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { productId, currency } = first;
    return [{ storeId: store.id, productId, currency, ...summaryOf(group) }];
  });
  if (values.length > 0) await db.insert(productPrices).values(values);
}

/** Whether there are prices or lists of prices in a currency: then it cannot be given up. */
export async function isPricedIn({ db, store }: Context, currency: string): Promise<boolean> {
  for (const table of [prices, priceLists]) {
    const [row] = await db
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.storeId, store.id), eq(table.currency, currency)))
      .limit(1);
    if (row !== undefined) return true;
  }
  return false;
}
