/** What a list of products is narrowed by, as the address of the page carries it. */
import type { ListProductsInput, ProductSort } from "@souk/client/contracts/products";
import { judged, type Search, textOf, textsOf, wholeNumberOf } from "../shell/search-params.ts";

export interface ListingSearch {
  readonly q?: string;
  readonly category?: string;
  readonly vendor?: string[];
  readonly brand?: string[];
  readonly tag?: string[];
  /** `code:value`, as the contract has it. */
  readonly attributes?: string[];
  /** Minor units. */
  readonly min_price?: number;
  /** Minor units. */
  readonly max_price?: number;
  /** Stars on average, at least. */
  readonly min_rating?: number;
  readonly in_stock?: true;
  readonly on_sale?: true;
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

const MAX_VALUES = 20;
const MAX_ATTRIBUTES = 40;

function starsOf(value: unknown): number | undefined {
  const stars = wholeNumberOf(value);
  return stars !== undefined && stars >= 1 && stars <= 5 ? stars : undefined;
}

function attributesOf(value: unknown): string[] | undefined {
  const pairs = (textsOf(value) ?? []).filter((text) => /^[a-z][a-z0-9_]{0,59}:./.test(text));
  return pairs.length > 0 ? pairs.slice(0, MAX_ATTRIBUTES) : undefined;
}

const isOn = (value: unknown): true | undefined => (String(value) === "true" ? true : undefined);

/** Anything else in an address is dropped, so a list can always be shown. */
export function readListingSearch(search: Search): ListingSearch {
  const { q, category, vendor, brand, tag, attributes, min_price, max_price, ...rest } = search;
  const { min_rating, in_stock, on_sale, sort } = rest;
  return judged({
    q: textOf(q)?.slice(0, 100),
    category: textOf(category),
    vendor: textsOf(vendor)?.slice(0, MAX_VALUES),
    brand: textsOf(brand)?.slice(0, MAX_VALUES),
    tag: textsOf(tag)?.slice(0, MAX_VALUES),
    attributes: attributesOf(attributes),
    min_price: wholeNumberOf(min_price),
    max_price: wholeNumberOf(max_price),
    min_rating: starsOf(min_rating),
    in_stock: isOn(in_stock),
    on_sale: isOn(on_sale),
    sort: sortOf(sort),
  });
}

export type Filters = Omit<ListingSearch, "sort">;

export function filtersOf({ sort: _, ...filters }: ListingSearch): Filters {
  return filters;
}

/** The filters a shopper set: not the words, nor the page's own category or collection. */
export function countFilters(search: ListingSearch): number {
  const { vendor, brand, tag, attributes, min_rating, in_stock, on_sale, category } = search;
  const priced = search.min_price !== undefined || search.max_price !== undefined;
  const lists = [vendor, brand, tag, attributes].map((list) => list?.length ?? 0);
  const others = [priced, min_rating !== undefined, in_stock, on_sale, category !== undefined];
  return lists.reduce((sum, count) => sum + count, 0) + others.filter(Boolean).length;
}

export type ListingInput = Omit<ListProductsInput, "cursor">;

export const PAGE_SIZE = 24;
