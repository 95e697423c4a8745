/** One review of the queue. While its heading has the focus, single keys judge it. */
import type { ReviewForStaff } from "@souk/client/contracts/review-moderation";
import { Link } from "@tanstack/react-router";
import { Check, Flag, X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useAccess } from "../access.ts";
import { Badge } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Day } from "../ui/stamp.tsx";
import { Byline, ReviewText } from "./review-text.tsx";
import { reportsText, statusTones, statusWords } from "./words.ts";

export function ReviewStanding({ review }: { readonly review: ReviewForStaff }): ReactNode {
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={statusTones[review.status]}>{statusWords[review.status]}</Badge>
      {review.open_reports > 0 && (
        <Badge tone="bad" icon={Flag}>
          {reportsText(review.open_reports)}
        </Badge>
      )}
    </span>
  );
}

/** The heading of the review above or below the one around this element. */
function neighbour(element: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const mine = element.closest("li")?.querySelector<HTMLElement>("[data-review]");
  const all = [...(element.closest("ul")?.querySelectorAll<HTMLElement>("[data-review]") ?? [])];
  return all.find((_, place) => all[place - step] === mine);
}

/** What was judged leaves the list: the focus must not go with it. */
const goOn = (element: HTMLElement): void =>
  (neighbour(element, 1) ?? neighbour(element, -1))?.focus();

interface ReviewItemProps {
  readonly review: ReviewForStaff;
  readonly pending: boolean;
  readonly onPublish: () => void;
  readonly onReject: () => void;
}

export function ReviewItem(props: ReviewItemProps): ReactNode {
  const { review, pending, onPublish, onReject } = props;
  const { can } = useAccess();
  const judges = can("reviews:write");
  const named = `by ${review.author_name || "nobody named"} of ${review.product.title}`;
  const publishable = judges && (review.status !== "published" || review.open_reports > 0);
  const rejectable = judges && review.status !== "rejected";
  const publish = (from: HTMLElement): void => {
    goOn(from);
    onPublish();
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { currentTarget, key } = event;
    const acts: Readonly<Record<string, (() => void) | false>> = {
      ArrowDown: () => neighbour(currentTarget, 1)?.focus(),
      ArrowUp: () => neighbour(currentTarget, -1)?.focus(),
      p: publishable && !pending && (() => publish(currentTarget)),
      r: rejectable && onReject,
    };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <li className="grid gap-x-6 gap-y-3 py-5 md:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Link
            to="/staff/reviews/$id"
            params={{ id: review.id }}
            data-review
            onKeyDown={press}
            className="link text-[0.95rem] font-semibold"
          >
            {review.product.title}
          </Link>
          <ReviewStanding review={review} />
        </div>
        <ReviewText review={review} short />
        <p className="mt-2 text-sm text-ink-soft">
          <Byline review={review} />, <Day at={review.written_at} />
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-2 md:flex-col md:items-stretch">
        {publishable && (
          <CompactButton
            look="primary"
            pending={pending}
            onClick={({ currentTarget }) => publish(currentTarget)}
          >
            <Check aria-hidden className="size-4" />
            {review.status === "published" ? "Keep" : "Publish"}
            <span className="sr-only">{` the review ${named}`}</span>
          </CompactButton>
        )}
        {rejectable && (
          <CompactButton look="danger" onClick={onReject}>
            <X aria-hidden className="size-4" />
            Reject<span className="sr-only">{` the review ${named}`}</span>
          </CompactButton>
        )}
      </div>
    </li>
  );
}
