/** Reviews as staff see them: the queue, the verdicts, the shop's answers. */
import * as z from "zod";
import { Id, PageInput, pageOf, Timestamp } from "../../kernel/contract.ts";
import {
  Lines,
  MAX_NOTE,
  MAX_REPLY,
  OptionalLines,
  OwnReview,
  RejectionReason,
  ReportReason,
  ReviewRef,
  ReviewStatus,
  Stars,
} from "../contract.ts";

/** Reviews of one bulk call. */
export const MAX_BULK = 100;
/** Reports that are told of one review, the newest first. */
export const MAX_REPORTS = 100;

export const ReviewForStaff = z
  .object({
    ...OwnReview.shape,
    user_id: Id.nullable().describe("Null for an imported one, and where its author was erased"),
    moderated_by: Id.nullable().describe("The user or API key"),
    moderated_at: Timestamp.nullable(),
    open_reports: z.int().describe("Reports that nobody has looked at yet"),
  })
  .meta({ id: "ReviewForStaff" });
export type ReviewForStaff = z.infer<typeof ReviewForStaff>;

export const ReviewQueue = pageOf(ReviewForStaff);
export type ReviewQueue = z.infer<typeof ReviewQueue>;

export const ListQueueInput = z.strictObject({
  ...PageInput.shape,
  status: ReviewStatus.optional(),
  reported: z.boolean().optional().describe("Only those with reports nobody has looked at yet"),
  rating: Stars.optional(),
  product_id: Id.optional(),
  order: z.enum(["newest", "oldest"]).default("newest"),
});
export type ListQueueInput = z.infer<typeof ListQueueInput>;

export const ReviewReport = z
  .object({
    id: Id,
    reason: ReportReason,
    note: z.string(),
    reported_at: Timestamp,
    closed_at: Timestamp.nullable(),
  })
  .meta({ id: "ReviewReport" });
export type ReviewReport = z.infer<typeof ReviewReport>;

const ReviewedOrder = z.object({ number: z.string(), placed_at: Timestamp, quantity: z.int() });

export const ReviewDetail = z
  .object({
    ...ReviewForStaff.shape,
    order: ReviewedOrder.nullable().describe("What it was bought with; null for an imported one"),
    reports: z.array(ReviewReport).describe("The newest, open ones first"),
  })
  .meta({ id: "ReviewDetail" });
export type ReviewDetail = z.infer<typeof ReviewDetail>;

export const ReviewCounts = z
  .object({
    pending: z.int(),
    reported: z.int().describe("With reports nobody has looked at yet"),
  })
  .meta({ id: "ReviewCounts" });
export type ReviewCounts = z.infer<typeof ReviewCounts>;

const seen = {
  updated_at: Timestamp.optional().describe(
    "The review's `updated_at` as it was seen; a text that changed since is refused",
  ),
};
const verdict = { reason: RejectionReason, note: OptionalLines(MAX_NOTE) };

export const PublishReviewInput = z.strictObject({ ...ReviewRef.shape, ...seen });
export type PublishReviewInput = z.infer<typeof PublishReviewInput>;

export const RejectReviewInput = z.strictObject({
  ...ReviewRef.shape,
  ...seen,
  reason: verdict.reason,
  note: verdict.note.default("").describe("The author reads it"),
});
export type RejectReviewInput = z.infer<typeof RejectReviewInput>;

export const ReplyInput = z.strictObject({ ...ReviewRef.shape, body: Lines(MAX_REPLY) });
export type ReplyInput = z.infer<typeof ReplyInput>;

const ids = z.array(Id).min(1).max(MAX_BULK, `Use at most ${MAX_BULK} reviews.`);

export const PublishManyInput = z.strictObject({ ids });
export type PublishManyInput = z.infer<typeof PublishManyInput>;

export const RejectManyInput = z.strictObject({
  ids,
  reason: verdict.reason,
  note: verdict.note.default(""),
});
export type RejectManyInput = z.infer<typeof RejectManyInput>;

export const BulkResult = z
  .object({
    done: z.int(),
    errors: z.array(
      z.object({
        row: z.int().describe("Its place in `ids`, from 0"),
        id: Id,
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "ReviewBulkResult" });
export type BulkResult = z.infer<typeof BulkResult>;
