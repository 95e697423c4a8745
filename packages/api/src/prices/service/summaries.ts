/** What lists of products show of their variants' prices: on the product itself, and in `product_prices` for other currencies. */
import { priceLists, prices, productPrices, products } from "@souk/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { PublicPrice } from "./public-prices.ts";

export interface PriceSummary {
  readonly minPrice: number;
  readonly maxPrice: number;
  readonly compareAtPrice: number | null;
}

/** A list shows the cheapest variant's price, and what that one cost before. */
export function summaryOf(all: readonly Pick<PublicPrice, "amount" | "compareAt">[]): PriceSummary {
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

/** Those who change what a product costs take turns, so that the last of them has seen all prices. */
export async function lockProducts(
  { db, store }: Context,
  productIds: readonly string[],
): Promise<void> {
  await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.storeId, store.id), inArray(products.id, [...productIds])))
    .orderBy(asc(products.id))
    .for("update");
}

/** `all`: what the variants of these products cost, all of them. Writes only what changed. */
export async function refreshSummaries(
  ctx: Context,
  productIds: readonly string[],
  all: readonly PublicPrice[],
): Promise<void> {
  const { currency } = ctx.store;
  const sums = new Map(
    [...Map.groupBy(all, keyOf)].map(([key, some]) => [key, summaryOf(some)] as const),
  );
  await refreshOwn(ctx, productIds, (productId) => sums.get(keyOf({ productId, currency })));
  const foreign = [...Map.groupBy(all, keyOf).values()].flatMap(([first]) => {
    const sum = first === undefined ? undefined : sums.get(keyOf(first));
    if (first === undefined || sum === undefined || first.currency === currency) return [];
    return [{ productId: first.productId, currency: first.currency, ...sum }];
  });
  await refreshForeign(ctx, productIds, foreign);
}

const keyOf = ({ productId, currency }: Pick<PublicPrice, "productId" | "currency">): string =>
  `${productId} ${currency}`;

const nothing = { minPrice: null, maxPrice: null, compareAtPrice: null };

async function refreshOwn(
  { db, store }: Context,
  productIds: readonly string[],
  sumOf: (productId: string) => PriceSummary | undefined,
): Promise<void> {
  const { id, minPrice, maxPrice, compareAtPrice } = products;
  const rows = await db
    .select({ id, minPrice, maxPrice, compareAtPrice })
    .from(products)
    .where(and(eq(products.storeId, store.id), inArray(id, [...productIds])));
  for (const row of rows) {
    const sum = sumOf(row.id) ?? nothing;
    if (isSame(row, sum)) continue;
    await db
      .update(products)
      .set(sum)
      .where(and(eq(products.storeId, store.id), eq(id, row.id)));
  }
}

interface ForeignSummary extends PriceSummary {
  readonly productId: string;
  readonly currency: string;
}

async function refreshForeign(
  { db, store }: Context,
  productIds: readonly string[],
  wanted: readonly ForeignSummary[],
): Promise<void> {
  const ofThese = and(
    eq(productPrices.storeId, store.id),
    inArray(productPrices.productId, [...productIds]),
  );
  const before = new Map(
    (await db.select().from(productPrices).where(ofThese)).map((row) => [keyOf(row), row]),
  );
  const changed = wanted.filter((row) => {
    const known = before.get(keyOf(row));
    return known === undefined || !isSame(known, row);
  });
  const there = new Set(wanted.map(keyOf));
  const gone = [...before].flatMap(([key, { id }]) => (there.has(key) ? [] : [id]));
  if (gone.length > 0) {
    await db.delete(productPrices).where(and(ofThese, inArray(productPrices.id, gone)));
  }
  if (changed.length === 0) return;
  await db
    .insert(productPrices)
    .values(changed.map((row) => ({ ...row, storeId: store.id })))
    .onConflictDoUpdate({
      target: [productPrices.productId, productPrices.currency],
      set: {
        minPrice: sql`excluded.min_price`,
        maxPrice: sql`excluded.max_price`,
        compareAtPrice: sql`excluded.compare_at_price`,
      },
    });
}

type Sum = { readonly [K in keyof PriceSummary]: PriceSummary[K] | null };

const isSame = (a: Sum, b: Sum): boolean =>
  a.minPrice === b.minPrice && a.maxPrice === b.maxPrice && a.compareAtPrice === b.compareAtPrice;

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
