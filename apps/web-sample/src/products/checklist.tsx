/** Values to narrow a list by, with how many products each would leave. */
import type { Facets } from "@souk/client/contracts/products";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CheckField } from "../ui/form.tsx";

type FacetValues = Facets["vendors"];

const SHOWN_AT_FIRST = 7;

interface FilterGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function FilterGroup({ title, children }: FilterGroupProps): ReactNode {
  return (
    <details open className="group border-t border-line py-4 first:border-t-0 first:pt-0">
      <summary className="flex min-h-9 list-none items-center justify-between font-semibold">
        {title}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <fieldset aria-label={title} className="min-w-0 pt-2">
        {children}
      </fieldset>
    </details>
  );
}

interface CountedLabelProps {
  readonly label: ReactNode;
  readonly count: number;
}

export function CountedLabel({ label, count }: CountedLabelProps): ReactNode {
  return (
    <span className="flex justify-between gap-3">
      <span className="min-w-0 break-words">{label}</span>
      <span className="tabular text-sm text-ink-soft">
        <span className="sr-only">, </span>
        {count}
      </span>
    </span>
  );
}

interface ShowAllProps {
  readonly all: boolean;
  readonly count: number;
  readonly onToggle: () => void;
}

export function ShowAll({ all, count, onToggle }: ShowAllProps): ReactNode {
  return (
    <button
      type="button"
      aria-expanded={all}
      onClick={onToggle}
      className="link mt-1 min-h-9 text-sm"
    >
      {all ? "Show fewer" : `Show all ${count}`}
    </button>
  );
}

interface ChecklistProps {
  readonly values: FacetValues;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

export function Checklist({ values, chosen, onChange }: ChecklistProps): ReactNode {
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
        <ShowAll all={all} count={listed.length} onToggle={() => setAll(!all)} />
      )}
    </>
  );
}
