/** One category to narrow a list by, each below the one that it stands in. */
import type { Facets } from "@souk/client/contracts/products";
import { type ReactNode, useId, useState } from "react";
import { useCategoryTree } from "../shell/departments.ts";
import { CheckField } from "../ui/form.tsx";
import { CountedLabel, FilterGroup, ShowAll } from "./checklist.tsx";
import { without } from "./listing-changes.ts";
import type { ListingSearch } from "./listing-search.ts";

const SHOWN_AT_FIRST = 8;

interface CategoryFilterProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly values: Facets["categories"];
}

export function CategoryFilter({ search, onChange, values }: CategoryFilterProps): ReactNode {
  const name = useId();
  const { data: tree } = useCategoryTree();
  const [all, setAll] = useState(false);
  const placed = values
    .map((value, i) => ({ ...value, ...(tree?.get(value.value) ?? { depth: 0, place: i }) }))
    .sort((one, other) => one.place - other.place);
  const shown = placed.filter(
    ({ value }, i) => all || i < SHOWN_AT_FIRST || value === search.category,
  );
  const choice = (value: string | undefined, label: ReactNode) => (
    <CheckField
      type="radio"
      name={name}
      checked={search.category === value}
      onChange={() =>
        onChange(value === undefined ? without(search, "category") : { ...search, category: value })
      }
      label={label}
    />
  );
  return (
    <FilterGroup title="Category">
      {choice(undefined, "Everything")}
      {shown.map(({ value, label, count, depth }) => (
        <div key={value} style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          {choice(value, <CountedLabel label={label} count={count} />)}
        </div>
      ))}
      {placed.length > SHOWN_AT_FIRST && (
        <ShowAll all={all} count={placed.length} onToggle={() => setAll(!all)} />
      )}
    </FilterGroup>
  );
}
