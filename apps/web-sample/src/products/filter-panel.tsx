/** The filters, with how many products each would leave. */
import type { Facets } from "@souk/client/contracts/products";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CheckField } from "../ui/form.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import type { ListingSearch } from "./listing-search.ts";
import { PriceFilter } from "./price-filter.tsx";

export interface FilterPanelProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly facets: Facets | undefined;
  readonly within: string | undefined;
}

type FacetValues = Facets["vendors"];

const SHOWN_AT_FIRST = 7;

export function FilterGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="group border-t border-line py-4 first:border-t-0 first:pt-0">
      <summary className="flex min-h-9 list-none items-center justify-between font-semibold">
        {title}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

function CountedLabel({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <span className="flex justify-between gap-3">
      <span>{label}</span>
      <span className="tabular text-sm text-ink-soft">
        <span className="sr-only">, </span>
        {count}
      </span>
    </span>
  );
}

interface ChecklistProps {
  readonly values: FacetValues;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function Checklist({ values, chosen, onChange }: ChecklistProps): ReactNode {
  const [all, setAll] = useState(false);
  const missing = chosen.filter((item) => !values.some(({ value }) => value === item));
  const listed = [...values, ...missing.map((value) => ({ value, label: value, count: 0 }))];
  const shown = all ? listed : listed.slice(0, SHOWN_AT_FIRST);
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value]);
  return (
    <>
      {shown.map(({ value, label, count }) => (
        <CheckField
          key={value}
          checked={chosen.includes(value)}
          onChange={() => toggle(value)}
          label={<CountedLabel label={label} count={count} />}
        />
      ))}
      {listed.length > SHOWN_AT_FIRST && (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="link mt-1 min-h-9 text-sm"
        >
          {all ? "Show fewer" : `Show all ${listed.length}`}
        </button>
      )}
    </>
  );
}

function withList(search: ListingSearch, key: "vendor" | "tag", chosen: string[]): ListingSearch {
  const { [key]: _, ...rest } = search;
  return chosen.length > 0 ? { ...rest, [key]: chosen } : rest;
}

function CategoryChoice({ search, onChange, facets }: FilterPanelProps): ReactNode {
  const { category: chosen, ...rest } = search;
  const option = (value: string | undefined, label: ReactNode) => (
    <CheckField
      key={value ?? ""}
      type="radio"
      name="category"
      checked={chosen === value}
      onChange={() => onChange(value === undefined ? rest : { ...rest, category: value })}
      label={label}
    />
  );
  return (
    <FilterGroup title="Category">
      {option(undefined, "Everything")}
      {facets?.categories.map(({ value, label, count }) =>
        option(value, <CountedLabel label={label} count={count} />),
      )}
    </FilterGroup>
  );
}

export function FilterPanel(props: FilterPanelProps): ReactNode {
  const { search, onChange, facets, within } = props;
  if (!facets) {
    return (
      <Loading label="Filters are loading" className="grid gap-3">
        {["a", "b", "c", "d", "e", "f"].map((place) => (
          <Skeleton key={place} className="h-6 w-full" />
        ))}
      </Loading>
    );
  }
  const toggleStock = (): void => {
    const { in_stock: on, ...rest } = search;
    onChange(on ? rest : { ...rest, in_stock: true });
  };
  return (
    <div>
      <FilterGroup title="Availability">
        <CheckField
          checked={search.in_stock ?? false}
          onChange={toggleStock}
          label={<CountedLabel label="In stock" count={facets.in_stock} />}
        />
      </FilterGroup>
      {within === undefined && facets.categories.length > 0 && <CategoryChoice {...props} />}
      {facets.price && (
        <FilterGroup title="Price">
          <PriceFilter search={search} onChange={onChange} range={facets.price} />
        </FilterGroup>
      )}
      {facets.vendors.length > 0 && (
        <FilterGroup title="Maker">
          <Checklist
            values={facets.vendors}
            chosen={search.vendor ?? []}
            onChange={(chosen) => onChange(withList(search, "vendor", chosen))}
          />
        </FilterGroup>
      )}
      {facets.tags.length > 0 && (
        <FilterGroup title="Tag">
          <Checklist
            values={facets.tags}
            chosen={search.tag ?? []}
            onChange={(chosen) => onChange(withList(search, "tag", chosen))}
          />
        </FilterGroup>
      )}
    </div>
  );
}
