/** What somebody wrote, voted and reported: handing it out, and taking it away or their name off it. */
import { reviewReports, reviews, reviewVotes } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";
import { detachReviewPictures } from "./pictures.ts";

export async function exportPerson(ctx: Context, { userId }: Person): Promise<PersonalRecords> {
  const { db, store } = ctx;
  const written = await db
    .select({
      id: reviews.id,
      productId: reviews.productId,
      authorName: reviews.authorName,
      rating: reviews.rating,
      title: reviews.title,
      body: reviews.body,
      status: reviews.status,
      rejectionReason: reviews.rejectionReason,
      rejectionNote: reviews.rejectionNote,
      reply: reviews.reply,
      writtenAt: reviews.writtenAt,
    })
    .from(reviews)
    .where(and(eq(reviews.storeId, store.id), eq(reviews.userId, userId)))
    .orderBy(asc(reviews.id));
  const votes = await db
    .select({
      reviewId: reviewVotes.reviewId,
      isHelpful: reviewVotes.isHelpful,
      createdAt: reviewVotes.createdAt,
    })
    .from(reviewVotes)
    .where(and(eq(reviewVotes.storeId, store.id), eq(reviewVotes.userId, userId)))
    .orderBy(asc(reviewVotes.id));
  const reports = await db
    .select({
      reviewId: reviewReports.reviewId,
      reason: reviewReports.reason,
      note: reviewReports.note,
      createdAt: reviewReports.createdAt,
    })
    .from(reviewReports)
    .where(and(eq(reviewReports.storeId, store.id), eq(reviewReports.userId, userId)))
    .orderBy(asc(reviewReports.id));
  return {
    reviews: written.map(personalRecord),
    review_votes: votes.map(personalRecord),
    review_reports: reports.map(personalRecord),
  };
}

/**
 * The stars of what is published go on counting; name, words and pictures are gone, since words may say
 * who somebody is. What was never published goes altogether, and so do votes and reports.
 */
export async function forgetAuthor(ctx: Context, { userId }: Person): Promise<void> {
  await forgetReviews(ctx, userId);
  await forgetVotes(ctx, userId);
  await forgetReports(ctx, userId);
}

async function forgetReviews(ctx: Context, userId: string): Promise<void> {
  const { db, store } = ctx;
  const own = and(eq(reviews.storeId, store.id), eq(reviews.userId, userId));
  const theirs = await db
    .select({ id: reviews.id })
    .from(reviews)
    .where(own)
    .orderBy(asc(reviews.id))
    .for("update");
  for (const chunk of chunked(theirs.map(({ id }) => id))) await detachReviewPictures(ctx, chunk);
  await db.delete(reviews).where(and(own, ne(reviews.status, "published")));
  await db
    .update(reviews)
    .set({
      ...{ userId: null, authorName: "", title: "", body: "", pictureCount: 0 },
      // Whoever reads the shop's answer might learn what it answers.
      ...{ reply: "", repliedAt: null },
      updatedAt: ctx.now(),
    })
    .where(own);
}

async function forgetVotes({ db, store }: Context, userId: string): Promise<void> {
  const gone = await db
    .delete(reviewVotes)
    .where(and(eq(reviewVotes.storeId, store.id), eq(reviewVotes.userId, userId)))
    .returning({ reviewId: reviewVotes.reviewId, isHelpful: reviewVotes.isHelpful });
  for (const helpful of [true, false]) {
    const ids = gone.filter(({ isHelpful }) => isHelpful === helpful).map((one) => one.reviewId);
    const change = helpful
      ? { helpfulCount: sql`${reviews.helpfulCount} - 1`, ...untouched }
      : { unhelpfulCount: sql`${reviews.unhelpfulCount} - 1`, ...untouched };
    for (const chunk of chunked(ids)) {
      const these = and(eq(reviews.storeId, store.id), inArray(reviews.id, [...chunk]));
      await db.update(reviews).set(change).where(these);
    }
  }
}

/** Its author has not changed it. */
const untouched = { updatedAt: sql`${reviews.updatedAt}` };

async function forgetReports({ db, store }: Context, userId: string): Promise<void> {
  const own = and(eq(reviewReports.storeId, store.id), eq(reviewReports.userId, userId));
  const open = await db
    .delete(reviewReports)
    .where(and(own, isNull(reviewReports.closedAt)))
    .returning({ reviewId: reviewReports.reviewId });
  await db.delete(reviewReports).where(own);
  for (const chunk of chunked(open.map(({ reviewId }) => reviewId))) {
    await db
      .update(reviews)
      .set({ openReports: sql`${reviews.openReports} - 1`, ...untouched })
      .where(and(eq(reviews.storeId, store.id), inArray(reviews.id, [...chunk])));
  }
}
