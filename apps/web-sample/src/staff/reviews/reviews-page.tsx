/** The queue of reviews: what waits for staff first, and everything else that was written. */
import type { ListQueueInput, ReviewForStaff } from "@souk/client/contracts/review-moderation";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { FilterBar, FilterSelect } from "../ui/filters.tsx";
import { Pages } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Tab, Tabs } from "../ui/tabs.tsx";
import { usePager } from "../ui/use-pager.ts";
import { RejectDialog } from "./reject-form.tsx";
import { ReviewItem } from "./review-item.tsx";
import type { ReviewsSearch, ReviewView } from "./search.ts";
import { usePublish, useReviewCounts } from "./use-reviews.ts";

const PAGE_SIZE = 20;

const route = getRouteApi("/staff/reviews");

type View = ReviewView | "waiting";

const views: readonly (readonly [View, string])[] = [
  ["waiting", "Waiting"],
  ["reported", "Reported"],
  ["published", "Published"],
  ["rejected", "Rejected"],
  ["all", "All"],
];

const wishes: Readonly<Record<View, Pick<ListQueueInput, "status" | "reported">>> = {
  waiting: { status: "pending" },
  reported: { reported: true },
  published: { status: "published" },
  rejected: { status: "rejected" },
  all: {},
};

const emptyWords: Readonly<Record<View, string>> = {
  waiting: "Nothing waits. Every review has been looked at.",
  reported: "Nobody has reported anything that was not looked at.",
  published: "No published review matches.",
  rejected: "No rejected review matches.",
  all: "No review matches.",
};

const starWords = (stars: number): string => (stars === 1 ? "1 star" : `${stars} stars`);

function Views({ view }: { readonly view: View }): ReactNode {
  const { data: counts } = useReviewCounts();
  const countOf: Partial<Record<View, number | undefined>> = {
    waiting: counts?.pending,
    reported: counts?.reported,
  };
  return (
    <Tabs label="Reviews by what became of them">
      {views.map(([name, words]) => (
        <Tab
          key={name}
          from="/staff/reviews"
          to="/staff/reviews"
          search={(before: ReviewsSearch): ReviewsSearch =>
            ({
              ...before,
              view: name === "waiting" ? undefined : name,
            }) as ReviewsSearch
          }
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          aria-current={name === view ? "page" : undefined}
          count={countOf[name]}
        >
          {words}
        </Tab>
      ))}
    </Tabs>
  );
}

function Queue({ reviews }: { readonly reviews: readonly ReviewForStaff[] }): ReactNode {
  const { can } = useAccess();
  const publish = usePublish();
  const [refused, setRefused] = useState<ReviewForStaff | null>(null);
  return (
    <>
      {can("reviews:write") && (
        <p className="hidden text-sm text-ink-soft lg:block">
          With the focus on a product’s name: <kbd>P</kbd> publishes, <kbd>R</kbd> rejects,{" "}
          <kbd>↑</kbd> and <kbd>↓</kbd> go through the list.
        </p>
      )}
      <ul aria-label="Reviews" className="divide-y divide-line">
        {reviews.map((review) => (
          <ReviewItem
            key={review.id}
            review={review}
            pending={publish.isPending && publish.variables.id === review.id}
            onPublish={() => publish.mutate(review)}
            onReject={() => setRefused(review)}
          />
        ))}
      </ul>
      <RejectDialog review={refused} onClose={() => setRefused(null)} />
    </>
  );
}

export function StaffReviewsPage(): ReactNode {
  const search = route.useSearch();
  const { rating, order, product, view = "waiting" } = search;
  const navigate = route.useNavigate();
  const pager = usePager(JSON.stringify(search));
  const query = useQuery({
    ...useTRPC().reviews.moderation.queue.queryOptions({
      ...wishes[view],
      rating,
      product_id: product,
      order: order ?? "newest",
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as ReviewsSearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead
        title="Reviews"
        windowTitle="All reviews"
        intro="What buyers say. Publish what is fair, whatever it says of us."
      />
      <Views view={view} />
      <Panel title={views.find(([name]) => name === view)?.[1] ?? "Reviews"}>
        <FilterBar>
          <FilterSelect
            label="Rating"
            all="Any"
            value={rating === undefined ? undefined : String(rating)}
            options={[5, 4, 3, 2, 1].map((stars) => [String(stars), starWords(stars)])}
            onChange={(next) => change({ rating: next })}
          />
          <FilterSelect
            label="Order"
            all="Newest first"
            value={order}
            options={[["oldest", "Oldest first"]]}
            onChange={(next) => change({ order: next })}
          />
          {product !== undefined && (
            <CompactButton onClick={() => change({ product: undefined })}>
              Of one product only: show all
            </CompactButton>
          )}
        </FilterBar>
        <Pages query={query} pager={pager} caption="Reviews" empty={emptyWords[view]}>
          {(reviews) => <Queue reviews={reviews} />}
        </Pages>
      </Panel>
    </>
  );
}
