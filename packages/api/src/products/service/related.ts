/** What is shown beside a product: published products only, in one statement, and in two more for a customer. */
import { productPrices, productRelations, products } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as prices from "../../prices/service/index.ts";
import { isPublished } from "./fragments.ts";
import { listedPrices } from "./listed-prices.ts";
import { summaryIn } from "./summaries.ts";

/** In the order that staff gave them; what has no price in the currency is left out. */
export async function relatedTo(ctx: Context, productId: string, currency: string) {
  const { db, store } = ctx;
  const shelf = listedPrices(ctx, currency);
  const shown = and(
    eq(products.storeId, store.id),
    eq(products.id, productRelations.relatedId),
    isPublished(ctx.now()),
  );
  const query = db
    .select({ ...summaryIn(shelf), kind: productRelations.kind })
    .from(productRelations)
    .innerJoin(products, shown)
    .where(and(eq(productRelations.storeId, store.id), eq(productRelations.productId, productId)))
    .orderBy(asc(productRelations.position))
    .$dynamic();
  const rows = await (shelf.join === undefined
    ? query
    : query.innerJoin(productPrices, shelf.join));
  const ids = rows.map(({ id }) => id);
  const own = await prices.groupPricesOf(ctx, ids, currency);
  return rows.map((row) => ({ ...row, ...own.get(row.id) }));
}
