/** How many there are, in which order, and the way to the filters on small screens. */
import type { ProductSort } from "@souk/client/contracts/products";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId } from "react";
import { countFilters, type ListingSearch, sortLabels } from "./listing-search.ts";

interface ListingToolbarProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly total: number | undefined;
  /** Of a list that has an order of its own. */
  readonly ownSort: ProductSort | undefined;
  readonly onOpenFilters: () => void;
}

type SortSelectProps = Pick<ListingToolbarProps, "search" | "onChange" | "ownSort">;

function SortSelect({ search, onChange, ownSort }: SortSelectProps): ReactNode {
  const id = useId();
  const standard = ownSort ?? (search.q === undefined ? "newest" : "relevance");
  const offered = (sort: string): boolean =>
    sort === "manual" ? ownSort === sort : sort !== "relevance" || search.q !== undefined;
  const choose = (value: string): void => {
    const { sort: _, ...rest } = search;
    const sort = Object.keys(sortLabels).find((key) => key === value && key !== standard);
    onChange(sort === undefined ? rest : ({ ...rest, sort } as ListingSearch));
  };
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        Sort by
      </label>
      <select
        id={id}
        value={search.sort ?? standard}
        onChange={(event) => choose(event.target.value)}
        className="h-11 rounded-full border border-line-strong bg-paper-raised pl-5 text-[0.95rem] font-medium"
      >
        {Object.entries(sortLabels)
          .filter(([sort]) => offered(sort))
          .map(([sort, label]) => (
            <option key={sort} value={sort}>
              {label}
            </option>
          ))}
      </select>
    </div>
  );
}

export function ListingToolbar(props: ListingToolbarProps): ReactNode {
  const { search, total, onOpenFilters } = props;
  const filters = countFilters(search);
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
      <p role="status" className="tabular order-last w-full text-ink-soft lg:order-none lg:w-auto">
        {total !== undefined && (total === 1 ? "1 product" : `${total} products`)}
      </p>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onOpenFilters}
        className="inline-flex h-11 items-center gap-2 rounded-full border border-line-strong bg-paper-raised px-5 text-[0.95rem] font-medium lg:hidden"
      >
        <SlidersHorizontal aria-hidden className="size-4" />
        Filters
        {filters > 0 && (
          <span className="tabular flex size-5 items-center justify-center rounded-full bg-clay text-xs text-white">
            {filters}
          </span>
        )}
      </button>
      <SortSelect {...props} />
    </div>
  );
}
