/** What somebody wrote, as shoppers read it: stars, words, pictures. */
import type { ReviewForStaff } from "@souk/client/contracts/review-moderation";
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { Stars } from "../ui/stars.tsx";

interface ReviewProps {
  readonly review: ReviewForStaff;
}

export function Pictures({ review }: ReviewProps): ReactNode {
  if (review.pictures.length === 0) return null;
  return (
    <ul aria-label="Pictures" className="mt-3 flex flex-wrap gap-2">
      {review.pictures.map(({ id, url }, index) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noreferrer" className="block rounded-lg">
            <img
              src={url}
              alt={`Of the review, ${index + 1} of ${review.pictures.length}`}
              loading="lazy"
              className="size-20 rounded-lg bg-paper-sunk object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

interface ReviewTextProps extends ReviewProps {
  /** Some lines of it only. */
  readonly short?: boolean;
}

export function ReviewText({ review, short = false }: ReviewTextProps): ReactNode {
  const { rating, title, body } = review;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars rating={rating} />
        {title && <span className="font-semibold">{title}</span>}
      </p>
      <p
        className={cx(
          "mt-1.5 max-w-prose text-[0.95rem] break-words whitespace-pre-line",
          short && "line-clamp-4",
        )}
      >
        {body || <span className="text-ink-soft">Without words.</span>}
      </p>
      <Pictures review={review} />
    </>
  );
}

/** By whom, and of what. */
export function Byline({ review }: ReviewProps): ReactNode {
  const { author_name, verified_purchase, variant_title } = review;
  return [
    author_name || "Nobody named",
    verified_purchase ? "bought here" : "not bought here",
    variant_title,
  ]
    .filter(Boolean)
    .join(", ");
}
