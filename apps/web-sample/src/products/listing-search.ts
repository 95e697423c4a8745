/** What a list of products is narrowed by, as the address of the page carries it. */
import type { ListProductsInput, ProductSort } from "@souk/client/contracts/products";
import { judged, type Search, textOf, textsOf, wholeNumberOf } from "../shell/search-params.ts";

export interface ListingSearch {
  readonly q?: string;
  readonly category?: string;
  readonly vendor?: string[];
  readonly tag?: string[];
  /** Minor units. */
  readonly min_price?: number;
  /** Minor units. */
  readonly max_price?: number;
  readonly in_stock?: true;
  readonly sort?: ProductSort;
}

export const sortLabels: Readonly<Record<ProductSort, string>> = {
  relevance: "Best match",
  newest: "Newest",
  price_asc: "Price, low to high",
  price_desc: "Price, high to low",
  title: "Name, A to Z",
  rating: "Best rated",
  manual: "As arranged",
};

function sortOf(value: unknown): ProductSort | undefined {
  const text = textOf(value);
  return Object.keys(sortLabels).find((sort): sort is ProductSort => sort === text);
}

/** Anything else in an address is dropped, so a list can always be shown. */
export function readListingSearch(search: Search): ListingSearch {
  const { q, category, vendor, tag, min_price, max_price, in_stock, sort } = search;
  return judged({
    q: textOf(q)?.slice(0, 100),
    category: textOf(category),
    vendor: textsOf(vendor),
    tag: textsOf(tag),
    min_price: wholeNumberOf(min_price),
    max_price: wholeNumberOf(max_price),
    in_stock: String(in_stock) === "true" ? (true as const) : undefined,
    sort: sortOf(sort),
  });
}

export type Filters = Omit<ListingSearch, "sort">;

export function filtersOf({ sort: _, ...filters }: ListingSearch): Filters {
  return filters;
}

/** The filters a shopper set: not the words, nor the category page's own slug. */
export function countFilters(search: ListingSearch): number {
  const priced = search.min_price !== undefined || search.max_price !== undefined;
  return (
    (search.vendor?.length ?? 0) +
    (search.tag?.length ?? 0) +
    (priced ? 1 : 0) +
    (search.in_stock ? 1 : 0) +
    (search.category ? 1 : 0)
  );
}

export type ListingInput = Omit<ListProductsInput, "cursor">;

export const PAGE_SIZE = 24;
