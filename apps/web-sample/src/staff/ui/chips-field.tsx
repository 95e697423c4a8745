/** Several short texts, each a chip: typed one after the other, or pasted with commas between. */
import { X } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { FieldFrame, useField } from "../../ui/form.tsx";

interface ChipsFieldProps {
  /** As the wire calls it. */
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly hint?: string;
  readonly suggestions?: readonly string[];
}

export function ChipsField(props: ChipsFieldProps): ReactNode {
  const { name, label, values, onChange, hint, suggestions = [] } = props;
  const { id, errors, bound } = useField(name, hint);
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  const add = (text: string): void => {
    const fresh = text.split(",").map((part) => part.trim());
    const next = [...new Set([...values, ...fresh.filter((part) => part !== "")])];
    setTyped("");
    if (next.length > values.length) onChange(next);
  };
  const remove = (value: string): void => {
    onChange(values.filter((one) => one !== value));
    input.current?.focus();
  };

  return (
    <FieldFrame {...{ id, label, hint, errors, className: "min-w-0" }} optional={false}>
      <div className="flex min-h-12 flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-paper-raised px-2 py-1.5 focus-within:border-clay focus-within:ring-3 focus-within:ring-clay/20">
        {values.map((value) => (
          <span
            key={value}
            className="inline-flex max-w-full items-center rounded-full bg-paper-sunk pl-3 text-sm"
          >
            <span className="truncate">{value}</span>
            <button
              type="button"
              aria-label={`Remove ${value}`}
              onClick={() => remove(value)}
              className="flex size-8 items-center justify-center rounded-full hover:bg-clay-wash"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          {...bound}
          ref={input}
          type="text"
          autoComplete="off"
          list={suggestions.length > 0 ? listId : undefined}
          value={typed}
          onChange={({ target }) =>
            target.value.includes(",") ? add(target.value) : setTyped(target.value)
          }
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              add(typed);
            }
            if (event.key === "Backspace" && typed === "") onChange(values.slice(0, -1));
          }}
          onBlur={() => add(typed)}
          className="min-h-9 min-w-28 flex-1 bg-transparent px-1.5 text-base outline-none"
        />
        <datalist id={listId}>
          {suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </div>
    </FieldFrame>
  );
}
