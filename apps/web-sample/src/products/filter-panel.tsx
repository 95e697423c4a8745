/** The filters, with how many products each would leave. */
import type { Facets } from "@souk/client/contracts/products";
import { type ReactNode, useId } from "react";
import { CheckField } from "../ui/form.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { AttributeFilter } from "./attribute-filter.tsx";
import { CategoryFilter } from "./category-filter.tsx";
import { Checklist, CountedLabel, FilterGroup } from "./checklist.tsx";
import { type ListKey, withList, withSwitch } from "./listing-changes.ts";
import type { ListingSearch } from "./listing-search.ts";
import { PriceFilter } from "./price-filter.tsx";
import { RatingFilter } from "./rating-filter.tsx";

export interface FilterPanelProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly facets: Facets | undefined;
  /** Whether the page itself is a category. */
  readonly inCategory: boolean;
}

type LoadedProps = FilterPanelProps & { readonly facets: Facets };

function Availability({ search, onChange, facets }: LoadedProps): ReactNode {
  const choice = (key: "in_stock" | "on_sale", label: string) => (
    <CheckField
      checked={search[key] ?? false}
      onChange={() => onChange(withSwitch(search, key, !search[key]))}
      label={<CountedLabel label={label} count={facets[key]} />}
    />
  );
  return (
    <FilterGroup title="Availability">
      {choice("in_stock", "In stock")}
      {(facets.on_sale > 0 || search.on_sale) && choice("on_sale", "Reduced")}
    </FilterGroup>
  );
}

const lists = [
  ["vendor", "vendors", "Maker"],
  ["brand", "brands", "Brand"],
  ["tag", "tags", "Tag"],
] as const satisfies readonly (readonly [ListKey, keyof Facets, string])[];

function ListChoice(props: LoadedProps & { readonly list: (typeof lists)[number] }): ReactNode {
  const { search, onChange, facets, list } = props;
  const [key, facet, title] = list;
  const chosen = search[key] ?? [];
  if (facets[facet].length === 0 && chosen.length === 0) return null;
  return (
    <FilterGroup title={title}>
      <Checklist
        values={facets[facet]}
        chosen={chosen}
        onChange={(next) => onChange(withList(search, key, next))}
      />
    </FilterGroup>
  );
}

function LoadedPanel(props: LoadedProps): ReactNode {
  const { search, onChange, facets, inCategory } = props;
  const [makers, brands, tags] = lists;
  const ratingName = useId();
  // A brand that bears its maker's name would only say the same twice.
  const makersNames = new Set(facets.vendors.map(({ label }) => label));
  const branded = search.brand || facets.brands.some(({ label }) => !makersNames.has(label));
  const rated = facets.ratings.some(({ count }) => count > 0) || search.min_rating !== undefined;
  return (
    <div>
      <Availability {...props} />
      {!inCategory && facets.categories.length > 0 && (
        <CategoryFilter {...{ search, onChange, values: facets.categories }} />
      )}
      {facets.price && (
        <FilterGroup title="Price">
          <PriceFilter search={search} onChange={onChange} range={facets.price} />
        </FilterGroup>
      )}
      {rated && (
        <FilterGroup title="Rating">
          <RatingFilter {...{ search, onChange, ratings: facets.ratings, name: ratingName }} />
        </FilterGroup>
      )}
      {facets.attributes.map((facet) => (
        <AttributeFilter key={facet.code} {...{ facet, search, onChange }} />
      ))}
      <ListChoice {...props} list={makers} />
      {branded && <ListChoice {...props} list={brands} />}
      <ListChoice {...props} list={tags} />
    </div>
  );
}

export function FilterPanel({ facets, ...rest }: FilterPanelProps): ReactNode {
  if (facets) return <LoadedPanel {...rest} facets={facets} />;
  return (
    <Loading label="Filters are loading" className="grid gap-3">
      {["a", "b", "c", "d", "e", "f"].map((place) => (
        <Skeleton key={place} className="h-6 w-full" />
      ))}
    </Loading>
  );
}
