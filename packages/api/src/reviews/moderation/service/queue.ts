/** What waits for staff, and everything else that was written. */
import { reviewReports, reviews } from "@souk/db/schema";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { notFound } from "../../../kernel/errors.ts";
import type { ReviewPicture, ReviewRef } from "../../contract.ts";
import { pageOfReviews } from "../../service/page.ts";
import { picturesOf } from "../../service/pictures.ts";
import { ofId } from "../../service/publication.ts";
import { ownReviewOf, type ProductOfReview, type ReviewRow } from "../../service/rows.ts";
import {
  type ListQueueInput,
  MAX_REPORTS,
  type ReviewDetail,
  type ReviewForStaff,
  type ReviewQueue,
  type ReviewReport,
} from "../contract.ts";

export async function queue(ctx: Context, input: ListQueueInput): Promise<ReviewQueue> {
  const { status, reported, rating, product_id: productId } = input;
  const which = and(
    status === undefined ? undefined : eq(reviews.status, status),
    reported === true ? sql`${reviews.openReports} > 0` : undefined,
    rating === undefined ? undefined : eq(reviews.rating, rating),
    productId === undefined ? undefined : eq(reviews.productId, productId.toLowerCase()),
  );
  const { rows, next_cursor } = await pageOfReviews(ctx, input, which);
  const pictures = await picturesOf(
    ctx,
    rows.map(({ review }) => review),
  );
  return {
    items: rows.map(({ review, product }) => forStaff(review, product, pictures.get(review.id))),
    next_cursor,
  };
}

const forStaff = (
  row: ReviewRow,
  product: ProductOfReview,
  pictures: readonly ReviewPicture[] = [],
): ReviewForStaff => ({
  ...ownReviewOf(row, product, pictures),
  user_id: row.userId,
  moderated_by: row.moderatedBy,
  moderated_at: row.moderatedAt?.toISOString() ?? null,
  open_reports: row.openReports,
});

export async function get(ctx: Context, { id }: ReviewRef): Promise<ReviewDetail> {
  const { rows } = await pageOfReviews(ctx, { limit: 1, order: "newest" }, ofId(ctx, id));
  const [found] = rows;
  if (found === undefined) throw notFound("review");
  const { review, product } = found;
  const pictures = await picturesOf(ctx, [review]);
  return {
    ...forStaff(review, product, pictures.get(review.id)),
    reports: await reportsOf(ctx, review.id),
  };
}

async function reportsOf(ctx: Context, reviewId: string): Promise<ReviewReport[]> {
  const rows = await ctx.db
    .select({
      id: reviewReports.id,
      reason: reviewReports.reason,
      note: reviewReports.note,
      createdAt: reviewReports.createdAt,
      closedAt: reviewReports.closedAt,
    })
    .from(reviewReports)
    .where(and(eq(reviewReports.storeId, ctx.store.id), eq(reviewReports.reviewId, reviewId)))
    .orderBy(isNotNull(reviewReports.closedAt), desc(reviewReports.id))
    .limit(MAX_REPORTS);
  return rows.map(({ createdAt, closedAt, ...report }) => ({
    ...report,
    reported_at: createdAt.toISOString(),
    closed_at: closedAt?.toISOString() ?? null,
  }));
}
