/** Which events of reviews make which mail. */
import * as reviews from "../../reviews/service/index.ts";
import {
  reviewPublishedLetter,
  reviewRejectedLetter,
  reviewRepliedLetter,
} from "../letters/review.ts";
import { textIn, type Write } from "./payload.ts";

type ReviewLetter = typeof reviewPublishedLetter;

/** Passed over where the review is not (any more) what the event says. */
const toAuthor =
  (write: ReviewLetter, holds: (review: reviews.ReviewForMail) => boolean): Write =>
  async (ctx, event) => {
    const id = textIn(event, "review_id");
    const review = id === null ? null : await reviews.forMail(ctx, id);
    return review === null || !holds(review) ? null : write(ctx, review);
  };

/** Nobody needs to be told of what the store publishes at once. */
const bySomebody =
  (write: Write): Write =>
  async (ctx, event) =>
    textIn(event, "by") === "staff" ? write(ctx, event) : null;

export const reviewLetters: Readonly<Record<string, Write>> = {
  "review.published": bySomebody(
    toAuthor(reviewPublishedLetter, ({ status }) => status === "published"),
  ),
  "review.rejected": toAuthor(reviewRejectedLetter, ({ status }) => status === "rejected"),
  "review.replied": toAuthor(reviewRepliedLetter, ({ reply }) => reply !== ""),
};
