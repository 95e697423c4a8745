/** A list of products, with all that narrows, sorts and extends it. The address holds its state. */
import { errorReason } from "@souk/client";
import type { ProductSort } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useReading } from "../shell/reading.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Drawer } from "../ui/drawer.tsx";
import { EmptyState, ErrorState } from "../ui/states.tsx";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { without, withoutFilters } from "./listing-changes.ts";
import { countFilters, filtersOf, type ListingSearch, PAGE_SIZE } from "./listing-search.ts";
import { ListingToolbar } from "./listing-toolbar.tsx";
import { ProductGrid, ProductGridSkeleton } from "./product-grid.tsx";

export interface ListingProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  /** What the page itself shows: it is no filter that one could take away. */
  readonly within?: { readonly category: string } | { readonly collection: string };
  /** The order that it has unless another one is chosen. */
  readonly ownSort?: ProductSort;
}

function useListing({ search, within }: ListingProps) {
  const trpc = useTRPC();
  const filters = { ...filtersOf(search), ...within, ...useReading() };
  const sort = search.sort === undefined ? {} : { sort: search.sort };
  const facets = useQuery(
    trpc.products.facets.queryOptions(filters, { placeholderData: keepPreviousData }),
  );
  const pages = useInfiniteQuery(
    trpc.products.list.infiniteQueryOptions(
      { ...filters, ...sort, limit: PAGE_SIZE },
      {
        getNextPageParam: ({ next_cursor }) => next_cursor,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const [first] = pages.data?.pages ?? [];
  const products = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return { facets: facets.data, pages, products, first };
}

type Pages = ReturnType<typeof useListing>["pages"];

interface MoreProps {
  readonly pages: Pages;
  readonly shown: number;
  readonly total: number | undefined;
}

function More({ pages, shown, total }: MoreProps): ReactNode {
  const all = shown === 1 ? "That is the only one" : `That is all ${shown} of them`;
  return (
    <div className="mt-14 flex flex-col items-center gap-4">
      <p role="status" className="tabular text-sm text-ink-soft">
        {total !== undefined && shown < total ? `You have seen ${shown} of ${total}` : all}
      </p>
      {pages.hasNextPage && (
        <Button
          look="secondary"
          pending={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {pages.isFetchNextPageError && (
        <p role="alert" className="text-alarm">
          The next products did not load. Try again.
        </p>
      )}
    </div>
  );
}

function NothingFound({ search, onChange }: Pick<ListingProps, "search" | "onChange">): ReactNode {
  if (countFilters(search) === 0) {
    const everything = (
      <ButtonLink to="/search" look="secondary">
        See everything
      </ButtonLink>
    );
    return (
      <EmptyState title="Nothing matches those words" action={everything}>
        <p>Try other words, or fewer of them.</p>
      </EmptyState>
    );
  }
  const clear = (): void => onChange(withoutFilters(search));
  const fewer = (
    <Button look="secondary" onClick={clear}>
      Clear the filters
    </Button>
  );
  return (
    <EmptyState title="Nothing matches all of that" action={fewer}>
      <p>Try fewer filters, or other words.</p>
    </EmptyState>
  );
}

const strangers: readonly (string | null)[] = ["attribute_unknown", "attribute_value_invalid"];

/** An old address may ask for an attribute that the shop has no more. */
function UnknownFilter({ search, onChange }: Pick<ListingProps, "search" | "onChange">): ReactNode {
  const onward = (
    <Button look="secondary" onClick={() => onChange(without(search, "attributes"))}>
      Leave it out
    </Button>
  );
  return (
    <EmptyState title="This filter is gone" action={onward}>
      <p>The shop no longer sorts its shelves by what this address asks for.</p>
    </EmptyState>
  );
}

/** Says so when what is shown is not quite what was typed. */
function ReadAs({ first }: Pick<ReturnType<typeof useListing>, "first">): ReactNode {
  if (first === undefined || first.items.length === 0) return null;
  if (first.searched_for === null && first.match === "all") return null;
  return (
    <p role="status" className="mb-6 rounded-lg bg-paper-sunk px-4 py-3 text-ink-soft">
      {first.searched_for !== null && (
        <>
          Showing results for <strong className="text-ink">{first.searched_for}</strong>.{" "}
        </>
      )}
      {first.match === "some" && "Nothing has all of these words; this has some of them."}
    </p>
  );
}

function Results(props: ListingProps & ReturnType<typeof useListing>): ReactNode {
  const { pages, products, facets, search, onChange } = props;
  if (pages.isPending) return <ProductGridSkeleton count={9} width="beside-filters" />;
  if (pages.isError && (products.length === 0 || pages.isPlaceholderData)) {
    if (strangers.includes(errorReason(pages.error))) return <UnknownFilter {...props} />;
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  if (products.length === 0) {
    return <NothingFound search={search} onChange={onChange} />;
  }
  return (
    <div
      aria-busy={pages.isPlaceholderData || undefined}
      className={cx("transition-opacity", pages.isPlaceholderData && "opacity-50")}
    >
      <ProductGrid products={products} width="beside-filters" eagerCount={3} />
      <More pages={pages} shown={products.length} total={facets?.total} />
    </div>
  );
}

export function Listing(props: ListingProps): ReactNode {
  const { search, onChange, within = {}, ownSort } = props;
  const [drawerOpen, setDrawerOpen] = useState(false);
  const listing = useListing(props);
  const { facets } = listing;
  const panel = <FilterPanel {...{ search, onChange, facets }} inCategory={"category" in within} />;

  return (
    <div className="grid gap-x-12 lg:grid-cols-[15rem_1fr]">
      <aside aria-label="Filters" className="hidden lg:block">
        {panel}
      </aside>
      <section aria-labelledby="products" className="min-w-0">
        <h2 id="products" className="sr-only">
          Products
        </h2>
        <ListingToolbar
          search={search}
          onChange={onChange}
          total={facets?.total}
          ownSort={ownSort}
          onOpenFilters={() => setDrawerOpen(true)}
        />
        <ActiveFilters search={search} onChange={onChange} facets={facets} />
        <ReadAs first={listing.first} />
        <Results {...props} {...listing} />
      </section>
      <Drawer
        open={drawerOpen}
        onClose={() => setDrawerOpen(false)}
        title="Filters"
        footer={
          <Button className="w-full" onClick={() => setDrawerOpen(false)}>
            {facets ? `Show ${facets.total} products` : "Show the products"}
          </Button>
        }
      >
        {drawerOpen && panel}
      </Drawer>
    </div>
  );
}
