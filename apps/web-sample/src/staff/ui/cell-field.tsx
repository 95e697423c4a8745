/** A field in a table: small, named for those who hear it, its error right below it. */
import type { ComponentProps, ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { useField } from "../../ui/form.tsx";

export const cellClass =
  "min-h-10 w-full min-w-0 rounded-lg border border-line-strong/70 bg-paper-raised px-2.5 text-sm " +
  "focus:border-clay focus:outline-none focus:ring-3 focus:ring-clay/20 aria-invalid:border-alarm " +
  "disabled:bg-paper-sunk disabled:text-ink-soft";

interface CellFieldProps extends Omit<ComponentProps<"input">, "onChange" | "value" | "name"> {
  /** As the wire calls it, such as `variants.3.sku`. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  /** Whether the label is seen, too. */
  readonly labelled?: boolean;
  readonly fieldClassName?: string;
}

export function CellField(props: CellFieldProps): ReactNode {
  const { name, label, value, onType, labelled = false, fieldClassName, ...rest } = props;
  const { className, ...input } = rest;
  const { id, errors, bound } = useField(name);
  return (
    <div className={cx("min-w-0", fieldClassName)}>
      <label
        htmlFor={id}
        className={labelled ? "mb-1 block text-xs font-semibold text-ink-soft" : "sr-only"}
      >
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...bound}
        value={value}
        onChange={({ target }) => onType(target.value)}
        className={cx(cellClass, className)}
      />
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-xs font-medium text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}
