/** What narrows the list now, each with a way to take it away. */
import { formatMoney } from "@souk/client";
import type { Facets } from "@souk/client/contracts/products";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { countFilters, type ListingSearch } from "./listing-search.ts";

interface ActiveFiltersProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly facets: Facets | undefined;
}

interface Chip {
  readonly label: string;
  readonly without: ListingSearch;
}

function without(search: ListingSearch, ...keys: readonly (keyof ListingSearch)[]): ListingSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([key]) => !keys.some((gone) => gone === key)),
  );
}

function withoutItem(search: ListingSearch, key: "vendor" | "tag", item: string): ListingSearch {
  const left = (search[key] ?? []).filter((value) => value !== item);
  return left.length > 0 ? { ...search, [key]: left } : without(search, key);
}

function priceLabel({ min_price: min, max_price: max }: ListingSearch, currency: string): string {
  const money = (amount: number): string => formatMoney({ amount, currency });
  if (min === undefined) return `Up to ${money(max ?? 0)}`;
  return max === undefined ? `From ${money(min)}` : `${money(min)} to ${money(max)}`;
}

function chipsOf(search: ListingSearch, facets: Facets | undefined): Chip[] {
  const chips: Chip[] = [];
  const { category } = search;
  if (category !== undefined) {
    const known = facets?.categories.find(({ value }) => value === category);
    chips.push({ label: known?.label ?? category, without: without(search, "category") });
  }
  for (const vendor of search.vendor ?? []) {
    chips.push({ label: vendor, without: withoutItem(search, "vendor", vendor) });
  }
  for (const tag of search.tag ?? []) {
    const known = facets?.tags.find(({ value }) => value === tag);
    chips.push({ label: known?.label ?? tag, without: withoutItem(search, "tag", tag) });
  }
  if (search.min_price !== undefined || search.max_price !== undefined) {
    const currency = facets?.price?.min.currency ?? "EUR";
    chips.push({
      label: priceLabel(search, currency),
      without: without(search, "min_price", "max_price"),
    });
  }
  if (search.in_stock) chips.push({ label: "In stock", without: without(search, "in_stock") });
  return chips;
}

export function ActiveFilters({ search, onChange, facets }: ActiveFiltersProps): ReactNode {
  const chips = chipsOf(search, facets);
  if (countFilters(search) === 0) return null;
  const clearAll = (): void =>
    onChange(without(search, "category", "vendor", "tag", "min_price", "max_price", "in_stock"));
  return (
    <ul aria-label="Active filters" className="mb-8 flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <li key={chip.label}>
          <button
            type="button"
            aria-label={`Remove the filter ${chip.label}`}
            onClick={() => onChange(chip.without)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-clay-wash pr-2.5 pl-4 text-sm font-medium text-clay-deep hover:bg-clay hover:text-white"
          >
            {chip.label}
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={clearAll} className="link min-h-9 px-2 text-sm">
          Clear all
        </button>
      </li>
    </ul>
  );
}
