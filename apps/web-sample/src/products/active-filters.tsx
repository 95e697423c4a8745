/** What narrows the list now, each with a way to take it away. */
import { formatMoney } from "@souk/client";
import type { Facets } from "@souk/client/contracts/products";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { valueLabel } from "./attribute-filter.tsx";
import {
  attributeValues,
  type ListKey,
  rangeOf,
  withAttribute,
  withList,
  without,
  withoutFilters,
} from "./listing-changes.ts";
import { countFilters, type ListingSearch } from "./listing-search.ts";
import { ratingLabel } from "./rating-filter.tsx";

interface ActiveFiltersProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly facets: Facets | undefined;
}

interface Chip {
  readonly label: string;
  readonly without: ListingSearch;
}

type ChipsOf = (search: ListingSearch, facets: Facets | undefined) => Chip[];

const listFacets = { vendor: "vendors", brand: "brands", tag: "tags" } as const;

function listChips(search: ListingSearch, facets: Facets | undefined, key: ListKey): Chip[] {
  const chosen = search[key] ?? [];
  return chosen.map((item) => ({
    label: facets?.[listFacets[key]].find(({ value }) => value === item)?.label ?? item,
    without: withList(
      search,
      key,
      chosen.filter((value) => value !== item),
    ),
  }));
}

function rangeText(name: string, from: string, to: string, unit: string): string {
  const measured = (number: string): string => (unit === "" ? number : `${number} ${unit}`);
  if (from === "") return `${name} up to ${measured(to)}`;
  if (to === "") return `${name} from ${measured(from)}`;
  return `${name} ${from} to ${measured(to)}`;
}

/** An attribute that nothing left has is named by its code until the filters are fewer. */
function attributeChips(search: ListingSearch, facets: Facets | undefined): Chip[] {
  const codes = new Set((search.attributes ?? []).map((pair) => pair.split(":", 1)[0] ?? ""));
  return [...codes].flatMap((code) => {
    const facet = facets?.attributes.find((known) => known.code === code);
    const values = attributeValues(search, code);
    return values.map((value): Chip => {
      const left = values.filter((other) => other !== value);
      const { from, to } = rangeOf(value);
      const name = facet?.name ?? code;
      const isRange = facet === undefined ? value.includes("..") : facet.type === "number";
      const label = isRange
        ? rangeText(name, from, to, facet?.unit ?? "")
        : `${name}: ${facet === undefined ? value : valueLabel(facet, value)}`;
      return { label, without: withAttribute(search, code, left) };
    });
  });
}

function priceLabel({ min_price: min, max_price: max }: ListingSearch, currency: string): string {
  const money = (amount: number): string => formatMoney({ amount, currency });
  if (min === undefined) return `Up to ${money(max ?? 0)}`;
  return max === undefined ? `From ${money(min)}` : `${money(min)} to ${money(max)}`;
}

const singleChips: ChipsOf = (search, facets) => {
  const { category, min_price, max_price, min_rating, in_stock, on_sale } = search;
  const chips: Chip[] = [];
  if (category !== undefined) {
    const known = facets?.categories.find(({ value }) => value === category);
    chips.push({ label: known?.label ?? category, without: without(search, "category") });
  }
  if (min_price !== undefined || max_price !== undefined) {
    const currency = facets?.price?.min.currency ?? "EUR";
    chips.push({
      label: priceLabel(search, currency),
      without: without(search, "min_price", "max_price"),
    });
  }
  if (min_rating !== undefined) {
    chips.push({ label: ratingLabel(min_rating), without: without(search, "min_rating") });
  }
  if (in_stock) chips.push({ label: "In stock", without: without(search, "in_stock") });
  if (on_sale) chips.push({ label: "Reduced", without: without(search, "on_sale") });
  return chips;
};

const chipsOf: ChipsOf = (search, facets) => [
  ...singleChips(search, facets),
  ...listChips(search, facets, "vendor"),
  ...listChips(search, facets, "brand"),
  ...attributeChips(search, facets),
  ...listChips(search, facets, "tag"),
];

export function ActiveFilters({ search, onChange, facets }: ActiveFiltersProps): ReactNode {
  if (countFilters(search) === 0) return null;
  return (
    <ul aria-label="Active filters" className="mb-8 flex flex-wrap items-center gap-2">
      {chipsOf(search, facets).map((chip) => (
        <li key={chip.label}>
          <button
            type="button"
            aria-label={`Remove the filter ${chip.label}`}
            onClick={() => onChange(chip.without)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full bg-clay-wash pr-2.5 pl-4 text-left text-sm font-medium text-clay-deep hover:bg-clay hover:text-white"
          >
            {chip.label}
            <X aria-hidden className="size-4 shrink-0" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => onChange(withoutFilters(search))}
          className="link min-h-9 px-2 text-sm"
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
