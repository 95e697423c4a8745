/** Whether a review helped: one voice a person, counted exactly however many vote at once. */
import { reviews, reviewVotes } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import type { VoteInput, Votes } from "../contract.ts";
import { spendBoth, VOTING } from "./limits.ts";
import { changeReview, lockReview } from "./publication.ts";

type Ctx = Context<Customer>;

/** Throws `review_not_found`, for one that is not published too, and `own_review`. */
export async function vote(ctx: Ctx, input: VoteInput): Promise<Votes> {
  await spendBoth(ctx, VOTING);
  return inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, input.id, eq(reviews.status, "published"));
    if (row.userId === ctx.actor.userId) {
      throw conflict("own_review", "This is your own review.");
    }
    const before = await replaceVote(ctx, row.id, input.vote);
    const after = await changeReview(ctx, row, {
      helpfulCount: row.helpfulCount + step(before, input.vote, "helpful"),
      unhelpfulCount: row.unhelpfulCount + step(before, input.vote, "unhelpful"),
    });
    return {
      helpful_count: after.helpfulCount,
      unhelpful_count: after.unhelpfulCount,
      my_vote: input.vote === "none" ? null : input.vote,
    };
  });
}

type Voice = VoteInput["vote"];

const step = (before: Voice, after: Voice, counted: Voice): number =>
  Number(after === counted) - Number(before === counted);

/** Answers the vote of before. The review is locked, so nobody votes between. */
async function replaceVote(ctx: Ctx, reviewId: string, voice: Voice): Promise<Voice> {
  const { userId } = ctx.actor;
  const own = and(
    eq(reviewVotes.storeId, ctx.store.id),
    eq(reviewVotes.reviewId, reviewId),
    eq(reviewVotes.userId, userId),
  );
  const [gone] = await ctx.db
    .delete(reviewVotes)
    .where(own)
    .returning({ isHelpful: reviewVotes.isHelpful });
  if (voice !== "none") {
    await ctx.db.insert(reviewVotes).values({
      ...{ storeId: ctx.store.id, reviewId, userId },
      isHelpful: voice === "helpful",
      createdAt: ctx.now(),
    });
  }
  if (gone === undefined) return "none";
  return gone.isHelpful ? "helpful" : "unhelpful";
}
