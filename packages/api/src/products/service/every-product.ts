/** The whole catalogue, page by page, for exports and rebuilds. */
import { products } from "@souk/db/schema";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";
const PAGE = 100;

/** The next products that are not in the bin, oldest first, after the id; none at the end. */
export async function productsAfter(ctx: Context, after = FIRST): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(
      and(eq(products.storeId, ctx.store.id), gt(products.id, after), isNull(products.deletedAt)),
    )
    .orderBy(asc(products.id))
    .limit(PAGE);
  return rows.map(({ id }) => id);
}

/** Of any status; null: there is none of this slug. */
export async function productIdOf(ctx: Context, slug: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), eq(products.slug, slug)));
  return row?.id ?? null;
}
