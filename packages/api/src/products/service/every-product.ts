/** The whole catalogue, page by page, for exports and rebuilds. */
import { products } from "@souk/db/schema";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";
const PAGE = 100;

/** Ids of products that are not in the bin, oldest first. */
export async function* everyProduct(ctx: Context): AsyncGenerator<readonly string[]> {
  let after = FIRST;
  for (;;) {
    const rows = await ctx.db
      .select({ id: products.id })
      .from(products)
      .where(
        and(eq(products.storeId, ctx.store.id), gt(products.id, after), isNull(products.deletedAt)),
      )
      .orderBy(asc(products.id))
      .limit(PAGE);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
