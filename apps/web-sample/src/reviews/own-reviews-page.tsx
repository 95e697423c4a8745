/** What this person wrote of what they bought, and what they may still write. */
import { useTRPC } from "@souk/client/react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EndlessList } from "../ui/endless-list.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { Picture } from "../ui/picture.tsx";
import { EmptyState, Loading, Skeleton } from "../ui/states.tsx";
import { AccountSection } from "../users/account-section.tsx";
import { OwnReviewItem } from "./own-review-item.tsx";
import { ReviewDrawer, type Subject } from "./review-drawer.tsx";

const PAGE_SIZE = 10;
const TO_REVIEW = 6;

interface ListProps {
  readonly onWrite: (subject: Subject) => void;
}

function ToReview({ onWrite }: ListProps): ReactNode {
  const { data } = useQuery(useTRPC().reviews.eligible.queryOptions({ limit: TO_REVIEW }));
  const lines = data?.items ?? [];
  if (lines.length === 0) return null;
  return (
    <AccountSection
      id="to-review"
      title="What do you think of it?"
      intro="You bought these, and have not said yet."
    >
      <ul className="grid gap-4 sm:grid-cols-2">
        {lines.map((line) => (
          <li
            key={line.order_line_id}
            className="flex items-center gap-4 rounded-2xl bg-paper-raised p-4 shadow-lift"
          >
            <Picture picture={line.picture} decorative sizes="4rem" className="!w-16 rounded-lg" />
            <div className="min-w-0 flex-1">
              <p className="font-display leading-snug break-words">{line.product.title}</p>
              {line.variant_title && <p className="text-sm text-ink-soft">{line.variant_title}</p>}
              <button
                type="button"
                onClick={() => onWrite({ kind: "new", line })}
                className="link min-h-9 text-[0.95rem]"
              >
                Write a review<span className="sr-only"> of {line.product.title}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </AccountSection>
  );
}

function Written({ onWrite }: ListProps): ReactNode {
  const pages = useInfiniteQuery(
    useTRPC().reviews.mine.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ next_cursor }) => next_cursor },
    ),
  );
  return (
    <EndlessList
      query={pages}
      waiting={
        <Loading label="Your reviews are loading" className="grid gap-4">
          <Skeleton className="h-32 w-full" />
          <Skeleton className="h-32 w-full" />
        </Loading>
      }
      empty={
        <EmptyState
          title="No reviews yet"
          action={
            <ButtonLink to="/account/orders" look="secondary">
              See your orders
            </ButtonLink>
          }
        >
          <p>Whatever you bought and paid for, you can review.</p>
        </EmptyState>
      }
      more="Show older reviews"
    >
      {(reviews) => (
        <ul className="divide-y divide-line border-y border-line">
          {reviews.map((review) => (
            <OwnReviewItem
              key={review.id}
              review={review}
              onEdit={() => onWrite({ kind: "written", review })}
            />
          ))}
        </ul>
      )}
    </EndlessList>
  );
}

export function OwnReviewsPage(): ReactNode {
  const [subject, setSubject] = useState<Subject | null>(null);
  const [open, setOpen] = useState(false);
  const write = (about: Subject): void => {
    setSubject(about);
    setOpen(true);
  };
  return (
    <>
      <PageTitle title="Your reviews" />
      <h1 className="display-2 mb-8">Your reviews</h1>
      <ToReview onWrite={write} />
      <AccountSection id="written" title="What you wrote">
        <Written onWrite={write} />
      </AccountSection>
      {subject && (
        <ReviewDrawer
          key={subject.kind === "new" ? subject.line.order_line_id : subject.review.id}
          open={open}
          subject={subject}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
