/** From this much to that much, typed by people. */
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";

export interface Range<T> {
  readonly from: T;
  readonly to: T;
}

interface RangeFormProps {
  readonly label: string;
  /** What is counted: a currency, `ml`. Empty for plain numbers. */
  readonly unit: string;
  readonly value: Range<string>;
  readonly placeholder: Range<string>;
  readonly hint: string;
  readonly action: string;
  /** Null: that is no such number. */
  readonly read: (text: string) => number | null;
  readonly onApply: (range: Range<number | undefined>) => void;
}

const inputClass =
  "tabular h-11 w-full min-w-0 rounded-lg border border-line-strong bg-paper-raised px-3 text-ink " +
  "placeholder:text-ink-soft/80 " +
  "aria-invalid:border-alarm";

interface NumberFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly placeholder: string;
  /** Of the message about it, while there is one. */
  readonly errorId: string | undefined;
}

function NumberField(props: NumberFieldProps): ReactNode {
  const { name, value, onType, placeholder, errorId } = props;
  return (
    <label className="min-w-0 flex-1 text-sm text-ink-soft">
      <span className="mb-1 block">{name}</span>
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

export function RangeForm(props: RangeFormProps): ReactNode {
  const { label, unit, value, placeholder, hint, action, read, onApply } = props;
  const id = useId();
  const [from, setFrom] = useState(value.from);
  const [to, setTo] = useState(value.to);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setFrom(value.from);
    setTo(value.to);
    setWrong(false);
  }, [value.from, value.to, unit]);

  const errorId = wrong ? id : undefined;
  const named = (end: string): string => (unit === "" ? end : `${end} (${unit})`);

  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const low = from.trim() === "" ? undefined : read(from);
    const high = to.trim() === "" ? undefined : read(to);
    const bad = low === null || high === null || (low ?? 0) > (high ?? Number.POSITIVE_INFINITY);
    setWrong(bad);
    if (!bad) onApply({ from: low ?? undefined, to: high ?? undefined });
  };

  return (
    <form onSubmit={apply} aria-label={label}>
      <div className="flex gap-3">
        <NumberField
          name={named("From")}
          value={from}
          onType={setFrom}
          placeholder={placeholder.from}
          errorId={errorId}
        />
        <NumberField
          name={named("To")}
          value={to}
          onType={setTo}
          placeholder={placeholder.to}
          errorId={errorId}
        />
      </div>
      {wrong && (
        <p id={id} role="alert" className="mt-2 text-sm font-medium text-alarm">
          {hint}
        </p>
      )}
      <button
        type="submit"
        className="mt-3 h-11 w-full rounded-full border border-ink/70 text-sm font-semibold hover:bg-ink hover:text-paper"
      >
        {action}
      </button>
    </form>
  );
}
