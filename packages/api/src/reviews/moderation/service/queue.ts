/** What waits for staff, and everything else that was written. */
import { orderLines, orders, reviewReports, reviews } from "@souk/db/schema";
import { and, count, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
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
  type ReviewCounts,
  type ReviewDetail,
  type ReviewForStaff,
  type ReviewQueue,
  type ReviewReport,
} from "../contract.ts";

const isReported = sql`${reviews.openReports} > 0`;

export async function queue(ctx: Context, input: ListQueueInput): Promise<ReviewQueue> {
  const { status, reported, rating, product_id: productId } = input;
  const which = and(
    status === undefined ? undefined : eq(reviews.status, status),
    reported === true ? isReported : undefined,
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
    order: review.orderLineId === null ? null : await orderOf(ctx, review.orderLineId),
    reports: await reportsOf(ctx, review.id),
  };
}

async function orderOf(ctx: Context, lineId: string): Promise<ReviewDetail["order"]> {
  const [row] = await ctx.db
    .select({ number: orders.number, placedAt: orders.placedAt, quantity: orderLines.quantity })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(and(eq(orderLines.storeId, ctx.store.id), eq(orderLines.id, lineId)));
  if (row === undefined) return null;
  const { placedAt, ...order } = row;
  return { ...order, placed_at: placedAt.toISOString() };
}

/** For the badge that says there is something to do. */
export async function counts(ctx: Context): Promise<ReviewCounts> {
  return {
    pending: await countOf(ctx, eq(reviews.status, "pending")),
    reported: await countOf(ctx, isReported),
  };
}

async function countOf(ctx: Context, which: SQL): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(reviews)
    .where(and(eq(reviews.storeId, ctx.store.id), which));
  return Number(row?.count ?? 0);
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
