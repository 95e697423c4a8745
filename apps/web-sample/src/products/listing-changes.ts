/** A search with something put in or taken out. What is empty leaves the address. */
import type { ListingSearch } from "./listing-search.ts";

export type ListKey = "vendor" | "brand" | "tag";

export function without(
  search: ListingSearch,
  ...keys: readonly (keyof ListingSearch)[]
): ListingSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([key]) => !keys.some((gone) => gone === key)),
  );
}

/** Back to the words and the order. */
export const withoutFilters = ({ q, sort }: ListingSearch): ListingSearch => ({
  ...(q === undefined ? {} : { q }),
  ...(sort === undefined ? {} : { sort }),
});

export function withList(
  search: ListingSearch,
  key: ListKey | "attributes",
  chosen: readonly string[],
): ListingSearch {
  return chosen.length > 0 ? { ...search, [key]: [...chosen] } : without(search, key);
}

export const withSwitch = (
  search: ListingSearch,
  key: "in_stock" | "on_sale",
  on: boolean,
): ListingSearch => (on ? { ...search, [key]: true } : without(search, key));

/** What is chosen of one attribute. */
export function attributeValues(search: ListingSearch, code: string): string[] {
  return (search.attributes ?? [])
    .filter((pair) => pair.startsWith(`${code}:`))
    .map((pair) => pair.slice(code.length + 1));
}

export function withAttribute(
  search: ListingSearch,
  code: string,
  values: readonly string[],
): ListingSearch {
  const others = (search.attributes ?? []).filter((pair) => !pair.startsWith(`${code}:`));
  return withList(search, "attributes", [...others, ...values.map((value) => `${code}:${value}`)]);
}

/** `200..400`, open at either end, as two texts. */
export function rangeOf(value: string | undefined): { from: string; to: string } {
  const [from = "", to = from] = (value ?? "").split("..");
  return { from, to };
}
