/** Pages of reviews over all products, by age: ids are time-ordered. One statement each. */
import { products, reviews } from "@souk/db/schema";
import { and, asc, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { ProductOfReview, ReviewRow } from "./rows.ts";

export interface PageWish {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly order: "newest" | "oldest";
}

export interface PageOfReviews {
  readonly rows: readonly { readonly review: ReviewRow; readonly product: ProductOfReview }[];
  readonly next_cursor: string | null;
}

export async function pageOfReviews(
  ctx: Context,
  { cursor, limit, order }: PageWish,
  which: SQL | undefined,
): Promise<PageOfReviews> {
  const name = `reviews_${order}`;
  const after = cursor === undefined ? null : decodeCursor(name, "string", cursor);
  const [direction, beyond] = order === "newest" ? [desc, lt] : [asc, gt];
  const rows = await ctx.db
    .select({
      review: reviews,
      product: { id: products.id, slug: products.slug, title: products.title },
    })
    .from(reviews)
    .innerJoin(
      products,
      and(eq(products.storeId, ctx.store.id), eq(products.id, reviews.productId)),
    )
    .where(
      and(
        eq(reviews.storeId, ctx.store.id),
        which,
        after === null ? undefined : beyond(reviews.id, after.id),
      ),
    )
    .orderBy(direction(reviews.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page,
    next_cursor: last === undefined ? null : encodeCursor(name, { key: "", id: last.review.id }),
  };
}
