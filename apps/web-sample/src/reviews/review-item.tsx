/** One review: who says what, what the shop answers, and whether it helped. */
import type { Review } from "@souk/client/contracts/reviews";
import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import { dayOf } from "../orders/order-status.tsx";
import { useStore } from "../shell/reading.ts";
import { Stars } from "../ui/stars.tsx";
import { ReportReview } from "./report-review.tsx";
import { ReviewPictures } from "./review-pictures.tsx";
import { ReviewVotes } from "./review-votes.tsx";

type Written = Pick<Review, "rating" | "title" | "body" | "pictures" | "reply" | "author_name">;

interface ReviewTextProps {
  readonly review: Written;
  readonly heading?: "h3" | "h4";
}

const starsOf = (rating: number): string => `${rating} of 5 stars`;

/** What was written, and what the shop answered: for readers and for its author alike. */
export function ReviewText({ review, heading: Heading = "h3" }: ReviewTextProps): ReactNode {
  const { rating, title, body, pictures, reply, author_name: author } = review;
  const { data: store } = useStore();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars value={rating * 100} label={starsOf(rating)} />
        {title && (
          <Heading className="font-display text-lg leading-snug break-words">{title}</Heading>
        )}
      </div>
      {body && <p className="mt-2 max-w-[65ch] break-words whitespace-pre-line">{body}</p>}
      <ReviewPictures pictures={pictures} title={author ? `the review by ${author}` : "a review"} />
      {reply && (
        <div className="mt-4 max-w-[65ch] border-l-2 border-clay pl-4">
          <p className="text-sm font-semibold">
            {store?.name ?? "The shop"} answers{" "}
            <span className="font-normal text-ink-soft">on {dayOf(reply.replied_at)}</span>
          </p>
          <p className="mt-1 break-words whitespace-pre-line text-ink-soft">{reply.body}</p>
        </div>
      )}
    </>
  );
}

export function ReviewItem({ review }: { readonly review: Review }): ReactNode {
  const { author_name: author, variant_title: variant } = review;
  return (
    <li className="border-t border-line py-7 first:border-t-0 first:pt-0">
      <article aria-label={`Review by ${author || "somebody"}`}>
        <ReviewText review={review} />
        <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          {author && <span className="font-semibold text-ink">{author}</span>}
          <span>{dayOf(review.written_at)}</span>
          {variant && <span>{variant}</span>}
          {review.verified_purchase && (
            <span className="inline-flex items-center gap-1 text-leaf">
              <BadgeCheck aria-hidden className="size-4" />
              Bought here
            </span>
          )}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-5">
          <ReviewVotes review={review} />
          <ReportReview review={review} />
        </div>
      </article>
    </li>
  );
}
