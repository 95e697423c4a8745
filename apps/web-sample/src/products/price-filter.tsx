/** From this much to that much, typed the way people write money. */
import { toDecimalString, toMinorUnits } from "@souk/client";
import type { Facets } from "@souk/client/contracts/products";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import type { ListingSearch } from "./listing-search.ts";

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

const inputClass =
  "tabular h-11 w-full min-w-0 rounded-lg border border-line-strong bg-paper-raised px-3 text-ink " +
  "placeholder:text-ink-soft/80 " +
  "aria-invalid:border-alarm";

interface AmountFieldProps {
  readonly name: string;
  readonly currency: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly placeholder: string;
  /** Of the message about it, while there is one. */
  readonly errorId: string | undefined;
}

function AmountField(props: AmountFieldProps): ReactNode {
  const { name, currency, value, onType, placeholder, errorId } = props;
  return (
    <label className="min-w-0 flex-1 text-sm text-ink-soft">
      <span className="mb-1 block">
        {name} ({currency})
      </span>
      <input
        inputMode="decimal"
        value={value}
        placeholder={placeholder}
        aria-invalid={errorId !== undefined || undefined}
        aria-describedby={errorId}
        onChange={(event) => onType(event.target.value)}
        className={inputClass}
      />
    </label>
  );
}

export function PriceFilter({ search, onChange, range }: PriceFilterProps): ReactNode {
  const { currency } = range.min;
  const id = useId();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setFrom(shownAmount(search.min_price, currency));
    setTo(shownAmount(search.max_price, currency));
    setWrong(false);
  }, [search.min_price, search.max_price, currency]);

  const errorId = wrong ? id : undefined;

  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const min = from.trim() === "" ? undefined : toMinorUnits(from, currency);
    const max = to.trim() === "" ? undefined : toMinorUnits(to, currency);
    const bad = min === null || max === null || (min ?? 0) > (max ?? Number.POSITIVE_INFINITY);
    setWrong(bad);
    if (bad) return;
    const { min_price: _min, max_price: _max, ...rest } = search;
    onChange({
      ...rest,
      ...(typeof min === "number" ? { min_price: min } : {}),
      ...(typeof max === "number" ? { max_price: max } : {}),
    });
  };

  return (
    <form onSubmit={apply} aria-label="Price range">
      <div className="flex gap-3">
        <AmountField
          {...{ currency, errorId }}
          name="From"
          value={from}
          onType={setFrom}
          placeholder={wholeUnits(range.min.amount, currency, false)}
        />
        <AmountField
          {...{ currency, errorId }}
          name="To"
          value={to}
          onType={setTo}
          placeholder={wholeUnits(range.max.amount, currency, true)}
        />
      </div>
      {wrong && (
        <p id={id} role="alert" className="mt-2 text-sm font-medium text-alarm">
          Enter amounts such as 15 or 19.90, the smaller one first.
        </p>
      )}
      <button
        type="submit"
        className="mt-3 h-11 w-full rounded-full border border-ink/70 text-sm font-semibold hover:bg-ink hover:text-paper"
      >
        Set the price
      </button>
    </form>
  );
}
