/** The verdict of staff. Whoever judges a review has looked at the reports of it, too. */
import { reviewReports } from "@souk/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { conflict, DomainError } from "../../../kernel/errors.ts";
import { publish as publishEvent } from "../../../kernel/events.ts";
import type { ReviewRef } from "../../contract.ts";
import { reviewPublished, reviewRejected } from "../../events.ts";
import { changeReview, lockReview } from "../../service/publication.ts";
import type { ReviewRow } from "../../service/rows.ts";
import type {
  BulkResult,
  PublishManyInput,
  PublishReviewInput,
  RejectManyInput,
  RejectReviewInput,
  ReviewDetail,
} from "../contract.ts";
import { get } from "./queue.ts";

type Ctx = Context<Staff>;

/** Throws `review_changed` when its author wrote something else since it was seen. */
export async function publish(ctx: Ctx, input: PublishReviewInput): Promise<ReviewDetail> {
  await publishOne(ctx, input);
  return get(ctx, input);
}

/** Throws `review_changed`, as publishing does. */
export async function reject(ctx: Ctx, input: RejectReviewInput): Promise<ReviewDetail> {
  await rejectOne(ctx, input);
  return get(ctx, input);
}

/** One published already stays as it is, but for its reports. */
const publishOne = (ctx: Ctx, input: PublishReviewInput): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, input.id);
    assertSeen(row, input.updated_at);
    await closeOpenReports(ctx, row);
    if (row.status === "published") return;
    await changeReview(ctx, row, {
      ...{ status: "published", rejectionReason: null, rejectionNote: "" },
      ...decidedNow(ctx),
    });
    await publishEvent(ctx, reviewPublished(row, "staff"));
    await record(ctx, { action: "review.published", subject: { type: "review", id: row.id } });
  });

/** One rejected already gets the new reason; the same again changes nothing. */
const rejectOne = (ctx: Ctx, input: RejectReviewInput): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    const { reason, note } = input;
    const row = await lockReview(ctx, input.id);
    assertSeen(row, input.updated_at);
    await closeOpenReports(ctx, row);
    if (row.rejectionReason === reason && row.rejectionNote === note) return;
    await changeReview(ctx, row, {
      ...{ status: "rejected", rejectionReason: reason, rejectionNote: note },
      ...decidedNow(ctx),
    });
    await publishEvent(ctx, reviewRejected(row, reason));
    await record(ctx, {
      action: "review.rejected",
      subject: { type: "review", id: row.id },
      details: { reason },
    });
  });

const decidedNow = ({ actor, now }: Ctx) => ({
  moderatedBy: actor.kind === "customer" ? actor.userId : actor.keyId,
  moderatedAt: now(),
});

function assertSeen({ updatedAt }: ReviewRow, seen: string | undefined): void {
  if (seen === undefined || updatedAt.toISOString() === seen) return;
  throw conflict("review_changed", "Its author has changed the review. Read it again.");
}

/** Reports that come later open the matter again. */
export const closeReports = (ctx: Ctx, { id }: ReviewRef): Promise<ReviewDetail> =>
  inTransaction(ctx, async (ctx) => {
    await closeOpenReports(ctx, await lockReview(ctx, id));
    return get(ctx, { id });
  });

async function closeOpenReports(ctx: Ctx, row: ReviewRow): Promise<void> {
  if (row.openReports === 0) return;
  await ctx.db
    .update(reviewReports)
    .set({ closedAt: ctx.now() })
    .where(
      and(
        eq(reviewReports.storeId, ctx.store.id),
        eq(reviewReports.reviewId, row.id),
        isNull(reviewReports.closedAt),
      ),
    );
  await changeReview(ctx, row, { openReports: 0 });
  await record(ctx, {
    action: "review.reports_closed",
    subject: { type: "review", id: row.id },
    details: { reports: row.openReports },
  });
}

export const publishMany = (ctx: Ctx, { ids }: PublishManyInput): Promise<BulkResult> =>
  each(ids, (id) => publishOne(ctx, { id }));

export const rejectMany = (ctx: Ctx, { ids, reason, note }: RejectManyInput): Promise<BulkResult> =>
  each(ids, (id) => rejectOne(ctx, { id, reason, note }));

/** Each in a unit of work of its own: what one row is refused, the others are not. */
async function each(
  ids: readonly string[],
  decide: (id: string) => Promise<void>,
): Promise<BulkResult> {
  const errors: BulkResult["errors"] = [];
  for (const [row, id] of ids.entries()) {
    try {
      await decide(id);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push({ row, id, code: error.reason, message: error.message });
    }
  }
  return { done: ids.length - errors.length, errors };
}
