/** Telling staff of a review that should not be there. It stays until they have looked. */
import { reviewReports, reviews } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import type { ReportReviewInput } from "../contract.ts";
import { reviewReported } from "../events.ts";
import { REPORTING, spendBoth } from "./limits.ts";
import { changeReview, lockReview } from "./publication.ts";

/** Throws `review_not_found`, for one that is not published too, `own_review`, `already_reported`. */
export async function report(ctx: Context<Customer>, input: ReportReviewInput): Promise<void> {
  await spendBoth(ctx, REPORTING);
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, input.id, eq(reviews.status, "published"));
    if (row.userId === userId) throw conflict("own_review", "This is your own review.");
    const known = await ctx.db
      .select({ id: reviewReports.id })
      .from(reviewReports)
      .where(
        and(
          eq(reviewReports.storeId, ctx.store.id),
          eq(reviewReports.reviewId, row.id),
          eq(reviewReports.userId, userId),
        ),
      );
    if (known.length > 0) {
      throw conflict("already_reported", "You have reported this review already.");
    }
    await ctx.db.insert(reviewReports).values({
      ...{ storeId: ctx.store.id, reviewId: row.id, userId },
      ...{ reason: input.reason, note: input.note, createdAt: ctx.now() },
    });
    await changeReview(ctx, row, { openReports: row.openReports + 1 });
    await publish(ctx, reviewReported(row, input.reason));
  });
}
