/** Other money and other languages to read the catalogue in, where the shop has any. */
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { changeReading, type Reading, useReading, useStore } from "./reading.ts";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="text-sm text-paper/70">
        {label}
      </label>
      <span className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="h-11 appearance-none rounded-full border border-paper/40 bg-ink pr-9 pl-4 text-[0.95rem] text-paper"
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2"
        />
      </span>
    </div>
  );
}

/** Each language in its own words, as those who look for it know it. */
function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function currencyName(currency: string): string {
  const name = new Intl.DisplayNames("en", { type: "currency" }).of(currency) ?? currency;
  return `${currency}, ${name}`;
}

/** The store's own need not be said: it is what everybody gets. */
function withChoice(reading: Reading, key: keyof Reading, value: string, own: string): Reading {
  const { [key]: _, ...rest } = reading;
  return value === own ? rest : { ...rest, [key]: value };
}

/** What the server answers in unless asked: the first of the browser's languages that it has. */
function browserLanguage(locales: readonly string[]): string {
  const spoken = navigator.languages.map((tag) => tag.split("-", 1)[0]);
  const known = spoken.flatMap((tag) => locales.find((locale) => locale === tag) ?? []);
  return known[0] ?? locales[0] ?? "en";
}

export function ReadingChoice(): ReactNode {
  const { data: store } = useStore();
  const reading = useReading();
  const navigate = useNavigate();
  if (store === undefined) return null;
  const { currency, currencies, locales } = store;

  const chooseCurrency = (value: string): void => {
    changeReading(withChoice(reading, "currency", value, currency));
    // An amount to filter by means something else in other money.
    void navigate({
      to: ".",
      search: ({ min_price: _min, max_price: _max, ...search }) => search,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3">
      {currencies.length > 1 && (
        <Choice
          label="Prices in"
          value={reading.currency ?? currency}
          options={currencies.map((one) => [one, currencyName(one)])}
          onChange={chooseCurrency}
        />
      )}
      {locales.length > 1 && (
        <Choice
          label="Catalogue in"
          value={reading.locale ?? browserLanguage(locales)}
          options={locales.map((one) => [one, languageName(one)])}
          onChange={(value) => changeReading({ ...reading, locale: value })}
        />
      )}
    </div>
  );
}
