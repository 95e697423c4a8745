/** Reviews on the wire. */
import * as z from "zod";
import { rest } from "../kernel/rest.ts";
import { customerProcedure, router, sharedProcedure } from "../kernel/trpc.ts";
import { ProductRef } from "../products/contract.ts";
import {
  CreateReviewInput,
  ListOwnReviewsInput,
  ListReviewableInput,
  ListReviewsInput,
  OwnReview,
  OwnReviewPage,
  ReportReviewInput,
  ReviewableLinePage,
  ReviewPage,
  ReviewRef,
  ReviewSummary,
  UpdateReviewInput,
  VoteInput,
  Votes,
} from "./contract.ts";
import { moderationRouter } from "./moderation/router.ts";
import * as reviews from "./service/index.ts";

export const reviewsRouter = router({
  moderation: moderationRouter,

  list: sharedProcedure("catalog", "reviews")
    .meta(rest("GET /v1/products/{id}/reviews/", "reviews", "List the reviews of a product"))
    .input(ListReviewsInput)
    .output(ReviewPage)
    .query(({ ctx, input }) => reviews.list(ctx, input)),

  summary: sharedProcedure("catalog", "reviews")
    .meta(
      rest(
        "GET /v1/products/{id}/reviews/summary/",
        "reviews",
        "Get a product's average, count and histogram of stars",
      ),
    )
    .input(ProductRef)
    .output(ReviewSummary)
    .query(({ ctx, input }) => reviews.summary(ctx, input)),

  eligible: customerProcedure
    .meta(rest("GET /v1/reviews/eligible/", "reviews", "List what I bought and can review"))
    .input(ListReviewableInput)
    .output(ReviewableLinePage)
    .query(({ ctx, input }) => reviews.eligible(ctx, input)),

  mine: customerProcedure
    .meta(rest("GET /v1/reviews/mine/", "reviews", "List my reviews, newest first"))
    .input(ListOwnReviewsInput)
    .output(OwnReviewPage)
    .query(({ ctx, input }) => reviews.mine(ctx, input)),

  create: customerProcedure
    .meta(
      rest("POST /v1/reviews/", "reviews", "Review something that I bought", {
        description: "One review for each line of a paid order. It may wait for staff.",
        successStatus: 201,
      }),
    )
    .input(CreateReviewInput)
    .output(OwnReview)
    .mutation(({ ctx, input }) => reviews.create(ctx, input)),

  update: customerProcedure
    .meta(
      rest("PATCH /v1/reviews/{id}/", "reviews", "Change my review", {
        description: "What is changed waits for staff again, where new reviews do.",
      }),
    )
    .input(UpdateReviewInput)
    .output(OwnReview)
    .mutation(({ ctx, input }) => reviews.update(ctx, input)),

  remove: customerProcedure
    .meta(
      rest("DELETE /v1/reviews/{id}/", "reviews", "Take my review back", { successStatus: 204 }),
    )
    .input(ReviewRef)
    .output(z.void())
    .mutation(({ ctx, input }) => reviews.remove(ctx, input)),

  vote: customerProcedure
    .meta(rest("PUT /v1/reviews/{id}/vote/", "reviews", "Say whether a review helped me"))
    .input(VoteInput)
    .output(Votes)
    .mutation(({ ctx, input }) => reviews.vote(ctx, input)),

  report: customerProcedure
    .meta(
      rest("POST /v1/reviews/{id}/report/", "reviews", "Report a review to the shop", {
        description: "Once a person. The review stays until staff has looked at it.",
        successStatus: 204,
      }),
    )
    .input(ReportReviewInput)
    .output(z.void())
    .mutation(({ ctx, input }) => reviews.report(ctx, input)),
});
