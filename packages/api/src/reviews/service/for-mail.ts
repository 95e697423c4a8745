/** What a mail to the author of a review needs to know of it. */
import { products, reviews, users } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { RejectionReason, ReviewStatus } from "../contract.ts";

export interface ReviewForMail {
  readonly to: string;
  readonly productTitle: string;
  readonly productSlug: string;
  readonly status: ReviewStatus;
  readonly rejectionReason: RejectionReason | null;
  readonly rejectionNote: string;
  readonly reply: string;
}

/** Null: it is gone, or its author is. */
export async function forMail(ctx: Context, reviewId: string): Promise<ReviewForMail | null> {
  const [row] = await ctx.db
    .select({
      to: users.email,
      productTitle: products.title,
      productSlug: products.slug,
      status: reviews.status,
      rejectionReason: reviews.rejectionReason,
      rejectionNote: reviews.rejectionNote,
      reply: reviews.reply,
    })
    .from(reviews)
    .innerJoin(users, and(eq(users.storeId, ctx.store.id), eq(users.id, reviews.userId)))
    .innerJoin(
      products,
      and(eq(products.storeId, ctx.store.id), eq(products.id, reviews.productId)),
    )
    .where(and(eq(reviews.storeId, ctx.store.id), eq(reviews.id, reviewId)));
  return row ?? null;
}
