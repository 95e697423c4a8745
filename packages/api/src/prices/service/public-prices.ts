/** What everybody pays for one unit at this moment: the base price, or less by a list that is for everybody. */
import { priceListEntries, priceLists, prices, variants } from "@souk/db/schema";
import { and, eq, inArray, isNull, min, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { isInForce } from "./in-force.ts";

export interface PublicPrice {
  readonly variantId: string;
  readonly productId: string;
  readonly currency: string;
  readonly amount: number;
  /** What it cost before, as staff set it; the base price where a list has reduced it. */
  readonly compareAt: number | null;
  /** Without any list. */
  readonly base: { readonly amount: number; readonly compareAt: number | null };
}

export const holdsForEverybody = (ctx: Context): SQL | undefined =>
  and(isNull(priceLists.customerGroupId), isInForce(ctx));

/** Of all variants of the products, in every currency they are sold in. One statement. */
export async function publicPricesOf(
  ctx: Context,
  productIds: readonly string[],
): Promise<readonly PublicPrice[]> {
  const { db, store } = ctx;
  const listed = db
    .select({ amount: min(priceListEntries.amount) })
    .from(priceListEntries)
    .innerJoin(
      priceLists,
      and(eq(priceLists.storeId, store.id), eq(priceLists.id, priceListEntries.priceListId)),
    )
    .where(
      and(
        eq(priceListEntries.storeId, store.id),
        eq(priceListEntries.variantId, prices.variantId),
        eq(priceListEntries.minQuantity, 1),
        eq(priceLists.currency, prices.currency),
        holdsForEverybody(ctx),
      ),
    );
  const rows = await db
    .select({
      variantId: prices.variantId,
      productId: variants.productId,
      currency: prices.currency,
      amount: prices.amount,
      compareAt: prices.compareAt,
      listed: sql<number | null>`(${listed})`.mapWith(prices.amount),
    })
    .from(prices)
    .innerJoin(variants, and(eq(variants.storeId, store.id), eq(variants.id, prices.variantId)))
    .where(and(eq(prices.storeId, store.id), inArray(variants.productId, [...productIds])));
  return rows.map(({ listed, amount, compareAt, ...row }) => {
    const base = { amount, compareAt };
    return listed !== null && listed < amount
      ? { ...row, base, amount: listed, compareAt: amount }
      : { ...row, base, ...base };
  });
}
