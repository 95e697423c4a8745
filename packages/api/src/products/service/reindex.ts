/** Makes search documents anew where words changed that stand on no draft: a type's name, a translation. */
import { prices, products, productTags, variants } from "@souk/db/schema";
import { and, asc, eq, exists, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as search from "../../search/service/index.ts";
import { priceOf } from "./fragments.ts";
import { documentOf, furtherWordsOf } from "./search-document.ts";

const AT_ONCE = 200;

export async function reindex(ctx: Context, productIds: readonly string[]): Promise<void> {
  for (let at = 0; at < productIds.length; at += AT_ONCE) {
    await reindexSome(ctx, productIds.slice(at, at + AT_ONCE));
  }
}

async function reindexSome(ctx: Context, ids: readonly string[]): Promise<void> {
  const { id: storeId, currency } = ctx.store;
  const rows = await ctx.db
    .select()
    .from(products)
    .where(and(eq(products.storeId, storeId), inArray(products.id, [...ids])))
    .orderBy(asc(products.id));
  const tags = await ctx.db
    .select({ productId: productTags.productId, tag: productTags.tag })
    .from(productTags)
    .where(and(eq(productTags.storeId, storeId), inArray(productTags.productId, [...ids])))
    .orderBy(asc(productTags.position));
  // A variant without a price is retired: nobody should find the product by it.
  const sold = exists(
    ctx.db.select({ id: prices.id }).from(prices).where(priceOf(storeId, currency)),
  );
  const kinds = await ctx.db
    .select({ productId: variants.productId, sku: variants.sku, barcode: variants.barcode })
    .from(variants)
    .where(and(eq(variants.storeId, storeId), inArray(variants.productId, [...ids]), sold))
    .orderBy(asc(variants.position), asc(variants.id));
  const further = await furtherWordsOf(ctx, rows);
  for (const row of rows) {
    const own = <T extends { readonly productId: string }>(all: readonly T[]): T[] =>
      all.filter(({ productId }) => productId === row.id);
    const document = documentOf(
      { ...row, tags: own(tags).map(({ tag }) => tag), variants: own(kinds) },
      further.get(row.id),
    );
    await search.index(ctx, row.id, document);
  }
}
