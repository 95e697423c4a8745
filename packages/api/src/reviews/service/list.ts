/** What shoppers read: a page of a product's reviews, in as many statements whatever its size. */
import { reviews, reviewVotes } from "@souk/db/schema";
import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as products from "../../products/service/index.ts";
import type { ListReviewsInput, ReviewPage, ReviewSummary, Vote } from "../contract.ts";
import { picturesOf } from "./pictures.ts";
import { type ReviewRow, reviewOf } from "./rows.ts";
import { afterCursor, cursorAfter, orderBy } from "./sorts.ts";

/** Throws `product_not_found`, and `cursor_invalid` for a cursor of another order. */
export async function list(ctx: Context, input: ListReviewsInput): Promise<ReviewPage> {
  const { sort, cursor, limit } = input;
  const { productId } = await products.ratingFor(ctx, input);
  const rows = await ctx.db
    .select()
    .from(reviews)
    .where(
      and(
        eq(reviews.storeId, ctx.store.id),
        eq(reviews.productId, productId),
        isShown,
        ...filtersOf(input),
        cursor === undefined ? undefined : afterCursor(sort, cursor),
      ),
    )
    .orderBy(...orderBy(sort))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const pictures = await picturesOf(ctx, page);
  const votes = await myVotes(ctx, page);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => reviewOf(row, pictures.get(row.id) ?? [], votes.get(row.id) ?? null)),
    next_cursor: last === undefined ? null : cursorAfter(sort, last),
  };
}

/** As the indexes of published reviews say it: a parameter would keep them from being used. */
const isShown = sql`${reviews.status} = 'published'`;
const hasPictures = sql`${reviews.pictureCount} > 0`;

const filtersOf = ({ rating, with_pictures, verified }: ListReviewsInput): (SQL | undefined)[] => [
  rating?.length ? inArray(reviews.rating, rating) : undefined,
  with_pictures === true ? hasPictures : undefined,
  verified === true ? isNotNull(reviews.orderLineId) : undefined,
];

/** Everybody who is not signed in gets the same page. */
async function myVotes(
  ctx: Context,
  rows: readonly ReviewRow[],
): Promise<ReadonlyMap<string, Vote>> {
  if (ctx.actor.kind !== "customer" || rows.length === 0) return new Map();
  const votes = await ctx.db
    .select({ reviewId: reviewVotes.reviewId, isHelpful: reviewVotes.isHelpful })
    .from(reviewVotes)
    .where(
      and(
        eq(reviewVotes.storeId, ctx.store.id),
        eq(reviewVotes.userId, ctx.actor.userId),
        inArray(
          reviewVotes.reviewId,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return new Map(
    votes.map(({ reviewId, isHelpful }) => [reviewId, isHelpful ? "helpful" : "unhelpful"]),
  );
}

export async function summary(
  ctx: Context,
  input: Pick<ListReviewsInput, "id">,
): Promise<ReviewSummary> {
  const { productId, rating, histogram } = await products.ratingFor(ctx, input);
  return { product_id: productId, ...rating, histogram };
}
