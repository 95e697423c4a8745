/** What buyers say of a product: the sum of it, and each of them. */

import type { Product } from "@souk/client/contracts/products";
import type { ListReviewsInput } from "@souk/client/contracts/reviews";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cx } from "../ui/cx.ts";
import { EndlessList } from "../ui/endless-list.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { Histogram } from "./histogram.tsx";
import { ReviewItem } from "./review-item.tsx";
import { type ReviewFilters, ReviewToolbar } from "./review-toolbar.tsx";
import { WriteInvitation } from "./write-invitation.tsx";

const PAGE_SIZE = 5;

interface ListProps {
  readonly wish: Omit<ListReviewsInput, "limit" | "cursor">;
  readonly onClear: () => void;
}

function ReviewList({ wish, onClear }: ListProps): ReactNode {
  const pages = useInfiniteQuery(
    useTRPC().reviews.list.infiniteQueryOptions(
      { ...wish, limit: PAGE_SIZE },
      {
        getNextPageParam: ({ next_cursor }) => next_cursor,
        placeholderData: keepPreviousData,
      },
    ),
  );
  return (
    <EndlessList
      query={pages}
      waiting={
        <Loading label="Reviews are loading" className="grid gap-6">
          <Skeleton className="h-28 w-full" />
          <Skeleton className="h-28 w-full" />
        </Loading>
      }
      empty={
        <p className="py-6 text-ink-soft">
          No review is like that.{" "}
          <button type="button" onClick={onClear} className="link">
            Show all of them
          </button>
        </p>
      }
      more="Show more reviews"
      moreClassName="flex"
    >
      {(reviews) => (
        <ul
          aria-label="Reviews"
          className={cx("transition-opacity", pages.isPlaceholderData && "opacity-50")}
        >
          {reviews.map((review) => (
            <ReviewItem key={review.id} review={review} />
          ))}
        </ul>
      )}
    </EndlessList>
  );
}

const untouched: ReviewFilters = { sort: "newest", rating: [], pictured: false, verified: false };

export function ProductReviews({ product }: { readonly product: Product }): ReactNode {
  const { id } = product;
  const [filters, setFilters] = useState(untouched);
  const summary = useQuery(useTRPC().reviews.summary.queryOptions({ id }));
  const { sort, rating, pictured, verified } = filters;
  const wish = {
    ...{ id, sort },
    ...(rating.length > 0 ? { rating: [...rating] } : {}),
    ...(pictured ? { with_pictures: true } : {}),
    ...(verified ? { verified: true } : {}),
  };
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="mt-20 md:mt-28">
      <h2 id="reviews-title" className="display-3 mb-8 md:mb-10">
        What buyers say
      </h2>
      {summary.isError && (
        <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
      )}
      {summary.isPending && (
        <Loading label="Reviews are loading">
          <Skeleton className="h-56 w-full max-w-xs" />
        </Loading>
      )}
      {summary.isSuccess && (
        <div className="grid items-start gap-x-16 gap-y-10 md:grid-cols-[18rem_1fr]">
          <div className="grid gap-8">
            {summary.data.count > 0 && (
              <Histogram
                summary={summary.data}
                chosen={rating}
                onChange={(chosen) => setFilters({ ...filters, rating: chosen })}
              />
            )}
            <WriteInvitation product={product} />
          </div>
          {summary.data.count > 0 ? (
            <div className="min-w-0">
              <ReviewToolbar filters={filters} onChange={setFilters} />
              <ReviewList wish={wish} onClear={() => setFilters(untouched)} />
            </div>
          ) : (
            <p className="text-ink-soft">Nobody has said anything about it yet.</p>
          )}
        </div>
      )}
    </section>
  );
}
