/** A number between one and what is there. */
import { Minus, Plus } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { cx } from "./cx.ts";

interface QuantityStepperProps {
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** What is counted, for those who hear the page. */
  readonly label: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
}

const stepClass =
  "flex h-full shrink-0 items-center justify-center rounded-full transition-colors " +
  "hover:bg-paper-sunk disabled:cursor-not-allowed disabled:text-line-strong disabled:hover:bg-transparent";

export function QuantityStepper(props: QuantityStepperProps): ReactNode {
  const { value, max, onChange, label, small = false, disabled = false } = props;
  const [typed, setTyped] = useState(String(value));
  const [cut, setCut] = useState(false);
  useEffect(() => setTyped(String(value)), [value]);
  const change = (next: number): void => {
    setCut(false);
    onChange(next);
  };

  const settle = (): void => {
    const number = Math.round(Number(typed));
    const bounded = Number.isFinite(number) ? Math.min(Math.max(number, 1), max) : value;
    setTyped(String(bounded));
    setCut(number > max);
    if (bounded !== value) onChange(bounded);
  };

  return (
    <div className="grid gap-1">
      <fieldset
        aria-label={label}
        className={cx(
          "inline-flex min-w-0 items-center rounded-full border border-line-strong bg-paper-raised",
          small ? "h-10" : "h-12",
        )}
      >
        <button
          type="button"
          aria-label="One less"
          className={cx(stepClass, small ? "w-10" : "w-12")}
          disabled={disabled || value <= 1}
          onClick={() => change(value - 1)}
        >
          <Minus aria-hidden className="size-4" />
        </button>
        <input
          aria-label={label}
          inputMode="numeric"
          value={typed}
          disabled={disabled}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, "").slice(0, 3))}
          onBlur={settle}
          onKeyDown={(event) => event.key === "Enter" && settle()}
          className="tabular h-full w-8 shrink-0 bg-transparent text-center font-semibold"
        />
        <button
          type="button"
          aria-label="One more"
          className={cx(stepClass, small ? "w-10" : "w-12")}
          disabled={disabled || value >= max}
          onClick={() => change(value + 1)}
        >
          <Plus aria-hidden className="size-4" />
        </button>
      </fieldset>
      <p role="status" className={cx("text-sm text-ink-soft", !cut && "sr-only")}>
        {cut && `At most ${max} can be had.`}
      </p>
    </div>
  );
}
