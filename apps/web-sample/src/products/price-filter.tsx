/** From this much to that much, typed the way people write money. */
import { toDecimalString, toMinorUnits } from "@souk/client";
import type { Facets } from "@souk/client/contracts/products";
import type { ReactNode } from "react";
import { without } from "./listing-changes.ts";
import type { ListingSearch } from "./listing-search.ts";
import { RangeForm } from "./range-form.tsx";

interface PriceFilterProps {
  readonly search: ListingSearch;
  readonly onChange: (next: ListingSearch) => void;
  readonly range: NonNullable<Facets["price"]>;
}

function wholeUnits(amount: number, currency: string, up: boolean): string {
  const value = Number(toDecimalString({ amount, currency }));
  return String(up ? Math.ceil(value) : Math.floor(value));
}

const shownAmount = (amount: number | undefined, currency: string): string =>
  amount === undefined ? "" : toDecimalString({ amount, currency }).replace(/\.0+$/, "");

export function PriceFilter({ search, onChange, range }: PriceFilterProps): ReactNode {
  const { currency } = range.min;
  return (
    <RangeForm
      label="Price range"
      unit={currency}
      value={{
        from: shownAmount(search.min_price, currency),
        to: shownAmount(search.max_price, currency),
      }}
      placeholder={{
        from: wholeUnits(range.min.amount, currency, false),
        to: wholeUnits(range.max.amount, currency, true),
      }}
      hint="Enter amounts such as 15 or 19.90, the smaller one first."
      action="Set the price"
      read={(text) => toMinorUnits(text, currency)}
      onApply={({ from, to }) =>
        onChange({
          ...without(search, "min_price", "max_price"),
          ...(from === undefined ? {} : { min_price: from }),
          ...(to === undefined ? {} : { max_price: to }),
        })
      }
    />
  );
}
