/** Rows of reviews as the contract shows them. */
import type { products, reviews } from "@souk/db/schema";
import type { OwnReview, Review, ReviewPicture, Vote } from "../contract.ts";

export type ReviewRow = typeof reviews.$inferSelect;
export type ProductOfReview = Pick<typeof products.$inferSelect, "id" | "slug" | "title">;

const writtenOf = (row: ReviewRow, pictures: readonly ReviewPicture[]) => ({
  id: row.id,
  rating: row.rating,
  title: row.title,
  body: row.body,
  locale: row.locale,
  author_name: row.authorName,
  verified_purchase: row.orderLineId !== null,
  variant_title: row.variantTitle,
  pictures: [...pictures],
  reply:
    row.repliedAt === null ? null : { body: row.reply, replied_at: row.repliedAt.toISOString() },
  helpful_count: row.helpfulCount,
  unhelpful_count: row.unhelpfulCount,
  written_at: row.writtenAt.toISOString(),
});

export const reviewOf = (
  row: ReviewRow,
  pictures: readonly ReviewPicture[],
  vote: Vote | null,
): Review => ({ ...writtenOf(row, pictures), my_vote: vote });

export const ownReviewOf = (
  row: ReviewRow,
  product: ProductOfReview,
  pictures: readonly ReviewPicture[],
): OwnReview => ({
  ...writtenOf(row, pictures),
  product: { id: product.id, slug: product.slug, title: product.title },
  order_line_id: row.orderLineId,
  status: row.status,
  rejection_reason: row.rejectionReason,
  rejection_note: row.rejectionNote,
  updated_at: row.updatedAt.toISOString(),
});
