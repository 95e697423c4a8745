/** The moderation of reviews on the wire. */
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import { ReviewRef } from "../contract.ts";
import {
  BulkResult,
  ListQueueInput,
  PublishManyInput,
  PublishReviewInput,
  RejectManyInput,
  RejectReviewInput,
  ReplyInput,
  ReviewCounts,
  ReviewDetail,
  ReviewQueue,
} from "./contract.ts";
import * as moderation from "./service/index.ts";

const ONE = "/v1/admin/reviews/{id}/";

export const moderationRouter = router({
  queue: staffProcedure("reviews:read")
    .meta(rest("GET /v1/admin/reviews/", "reviews", "List reviews of any status"))
    .input(ListQueueInput)
    .output(ReviewQueue)
    .query(({ ctx, input }) => moderation.queue(ctx, input)),

  counts: staffProcedure("reviews:read")
    .meta(rest("GET /v1/admin/review-counts/", "reviews", "Count what waits for staff"))
    .input(NoInput)
    .output(ReviewCounts)
    .query(({ ctx }) => moderation.counts(ctx)),

  get: staffProcedure("reviews:read")
    .meta(rest(`GET ${ONE}`, "reviews", "Get any review, with the reports of it"))
    .input(ReviewRef)
    .output(ReviewDetail)
    .query(({ ctx, input }) => moderation.get(ctx, input)),

  publish: staffProcedure("reviews:write")
    .meta(rest(`POST ${ONE}publish/`, "reviews", "Publish a review"))
    .input(PublishReviewInput)
    .output(ReviewDetail)
    .mutation(({ ctx, input }) => moderation.publish(ctx, input)),

  reject: staffProcedure("reviews:write")
    .meta(rest(`POST ${ONE}reject/`, "reviews", "Reject a review, with the reason"))
    .input(RejectReviewInput)
    .output(ReviewDetail)
    .mutation(({ ctx, input }) => moderation.reject(ctx, input)),

  publishMany: staffProcedure("reviews:write")
    .meta(
      rest("POST /v1/admin/reviews/publish/", "reviews", "Publish several reviews", {
        description: "Each by itself: `errors` names those that were refused.",
      }),
    )
    .input(PublishManyInput)
    .output(BulkResult)
    .mutation(({ ctx, input }) => moderation.publishMany(ctx, input)),

  rejectMany: staffProcedure("reviews:write")
    .meta(
      rest("POST /v1/admin/reviews/reject/", "reviews", "Reject several reviews for one reason", {
        description: "Each by itself: `errors` names those that were refused.",
      }),
    )
    .input(RejectManyInput)
    .output(BulkResult)
    .mutation(({ ctx, input }) => moderation.rejectMany(ctx, input)),

  closeReports: staffProcedure("reviews:write")
    .meta(rest(`POST ${ONE}close-reports/`, "reviews", "Close the open reports of a review"))
    .input(ReviewRef)
    .output(ReviewDetail)
    .mutation(({ ctx, input }) => moderation.closeReports(ctx, input)),

  reply: staffProcedure("reviews:write")
    .meta(rest(`PUT ${ONE}reply/`, "reviews", "Answer a review, or change the answer"))
    .input(ReplyInput)
    .output(ReviewDetail)
    .mutation(({ ctx, input }) => moderation.reply(ctx, input)),

  removeReply: staffProcedure("reviews:write")
    .meta(rest(`DELETE ${ONE}reply/`, "reviews", "Remove the answer to a review"))
    .input(ReviewRef)
    .output(ReviewDetail)
    .mutation(({ ctx, input }) => moderation.removeReply(ctx, input)),
});
