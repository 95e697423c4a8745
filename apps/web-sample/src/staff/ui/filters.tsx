/** Small labelled fields that narrow a list as one types or chooses. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { cx } from "../../ui/cx.ts";
import { useField } from "../../ui/form.tsx";

const fieldClass =
  "min-h-10 w-full min-w-0 rounded-lg border border-line-strong bg-paper-raised px-3 text-sm " +
  "placeholder:text-ink-soft/80 focus:border-clay focus:outline-none focus:ring-3 " +
  "focus:ring-clay/20 aria-invalid:border-alarm";

const SETTLE_MS = 300;

export function FilterBar({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:items-end">{children}</div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly className?: string;
}

function FilterFrame(props: {
  readonly id: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={cx("min-w-0", props.className)}>
      <label htmlFor={props.id} className="mb-1 block text-xs font-semibold text-ink-soft">
        {props.label}
      </label>
      {props.children}
    </div>
  );
}

interface FilterSelectProps extends FilterProps {
  readonly options: readonly (readonly [value: string, label: string])[];
  /** The choice of no filter at all. */
  readonly all: string;
}

export function FilterSelect(props: FilterSelectProps): ReactNode {
  const { label, value, onChange, options, all, className = "sm:w-44" } = props;
  const id = useId();
  return (
    <FilterFrame id={id} label={label} className={className}>
      <select
        id={id}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
        className={fieldClass}
      >
        <option value="">{all}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </FilterFrame>
  );
}

interface FilterTextProps extends FilterProps {
  readonly placeholder?: string;
  /** In a form: the field whose errors are said here. */
  readonly name?: string;
}

/** Says what was typed once the typing rests. */
export function FilterText(props: FilterTextProps): ReactNode {
  const { label, value = "", onChange, placeholder, className = "sm:w-56", name = "" } = props;
  const { id, errors, bound } = useField(name);
  const [typed, setTyped] = useState(value);
  const said = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    said.current = text.trim();
    onChange(said.current === "" ? undefined : said.current);
  };
  const change = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(text), SETTLE_MS);
  };
  return (
    <FilterFrame id={id} label={label} className={className}>
      <input
        {...bound}
        type="search"
        value={typed}
        placeholder={placeholder}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // It may stand in a form, which is not what is asked for here.
          event.preventDefault();
          settle(typed);
        }}
        // A link that is followed meanwhile must not be undone by the change of address.
        onBlur={() => timer.current !== undefined && settle(typed)}
        className={fieldClass}
      />
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </FilterFrame>
  );
}
