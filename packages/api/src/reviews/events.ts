/** What the reviews domain publishes. Ids and facts; what people wrote is read when it is needed. */
import type { DomainEvent } from "../kernel/events.ts";

interface About {
  readonly id: string;
  readonly productId: string;
}

const about = ({ id, productId }: About) => ({ review_id: id, product_id: productId });

/** Written, or written anew. */
export const reviewSubmitted = (review: About & { readonly status: string }) =>
  ({
    type: "review.submitted",
    subjectId: review.id,
    payload: { ...about(review), status: review.status },
  }) satisfies DomainEvent;

/** `by`: staff looked at it, or the store publishes at once. */
export const reviewPublished = (review: About, by: "staff" | "store") =>
  ({
    type: "review.published",
    subjectId: review.id,
    payload: { ...about(review), by },
  }) satisfies DomainEvent;

export const reviewRejected = (review: About, reason: string) =>
  ({
    type: "review.rejected",
    subjectId: review.id,
    payload: { ...about(review), reason },
  }) satisfies DomainEvent;

export const reviewReplied = (review: About) =>
  ({
    type: "review.replied",
    subjectId: review.id,
    payload: about(review),
  }) satisfies DomainEvent;

export const reviewReported = (review: About, reason: string) =>
  ({
    type: "review.reported",
    subjectId: review.id,
    payload: { ...about(review), reason },
  }) satisfies DomainEvent;

export const reviewRemoved = (review: About) =>
  ({
    type: "review.removed",
    subjectId: review.id,
    payload: about(review),
  }) satisfies DomainEvent;
