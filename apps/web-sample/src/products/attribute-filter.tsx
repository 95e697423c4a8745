/** One typed attribute to narrow by: values to tick, or a range of numbers. */
import type { AttributeFacet } from "@souk/client/contracts/products";
import type { ReactNode } from "react";
import { Checklist, FilterGroup } from "./checklist.tsx";
import { attributeValues, rangeOf, withAttribute } from "./listing-changes.ts";
import type { ListingSearch } from "./listing-search.ts";
import { RangeForm } from "./range-form.tsx";

interface AttributeFilterProps {
  readonly facet: AttributeFacet;
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
}

/** What a value of this attribute is called. */
export function valueLabel({ type, values }: AttributeFacet, value: string): string {
  if (type === "boolean") return value === "true" ? "Yes" : "No";
  return values.find((known) => known.value === value)?.label ?? value;
}

const DIGITS = /^-?\d{1,9}([.,]\d{1,3})?$/;

function readNumber(text: string): number | null {
  const number = text.trim();
  return DIGITS.test(number) ? Number(number.replace(",", ".")) : null;
}

function NumberFilter({ facet, search, onChange }: AttributeFilterProps): ReactNode {
  const { code, name, unit, range } = facet;
  const [chosen] = attributeValues(search, code);
  return (
    <RangeForm
      label={`${name}, from and to`}
      unit={unit}
      value={rangeOf(chosen)}
      placeholder={{ from: String(range?.min ?? ""), to: String(range?.max ?? "") }}
      hint="Enter numbers such as 250, the smaller one first."
      action={`Set the ${name.toLowerCase()}`}
      read={readNumber}
      onApply={({ from, to }) => {
        const none = from === undefined && to === undefined;
        onChange(withAttribute(search, code, none ? [] : [`${from ?? ""}..${to ?? ""}`]));
      }}
    />
  );
}

export function AttributeFilter({ facet, search, onChange }: AttributeFilterProps): ReactNode {
  const { code, name, type, values } = facet;
  return (
    <FilterGroup title={name}>
      {type === "number" ? (
        <NumberFilter {...{ facet, search, onChange }} />
      ) : (
        <Checklist
          values={values.map((value) => ({ ...value, label: valueLabel(facet, value.value) }))}
          chosen={attributeValues(search, code)}
          onChange={(chosen) => onChange(withAttribute(search, code, chosen))}
        />
      )}
    </FilterGroup>
  );
}
