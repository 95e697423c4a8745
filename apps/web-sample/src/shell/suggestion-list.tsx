/** The list under the search box. The box keeps the focus; the list only shows what is chosen. */
import { LayoutGrid } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { Picture } from "../ui/picture.tsx";
import { Price } from "../ui/price.tsx";
import type { Suggestion } from "./search-suggestions.ts";

interface SuggestionListProps {
  readonly id: string;
  readonly shown: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly correctedTo: string | null;
  readonly chosen: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

function Content({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  const { product, label } = suggestion;
  if (product === null) {
    return (
      <>
        <span className="flex size-11 items-center justify-center rounded-md bg-paper-sunk text-ink-soft">
          <LayoutGrid aria-hidden className="size-5" />
        </span>
        <span className="min-w-0 flex-1 truncate">
          {label} <span className="text-sm text-ink-soft">– department</span>
        </span>
      </>
    );
  }
  return (
    <>
      <Picture picture={product.picture} decorative eager className="!w-11 rounded-md" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{label}</span>
        <span className="block truncate text-sm text-ink-soft">{product.vendor}</span>
      </span>
      {product.price && <Price money={product.price} className="text-sm font-semibold" />}
    </>
  );
}

export function SuggestionList(props: SuggestionListProps): ReactNode {
  const { id, shown, suggestions, correctedTo, chosen, onTake } = props;
  return (
    <div
      hidden={!shown}
      className="absolute inset-x-0 top-full z-40 mt-2 overflow-hidden rounded-2xl border border-line bg-paper-raised shadow-xl"
    >
      {correctedTo !== null && (
        <p className="border-b border-line px-5 py-2.5 text-sm text-ink-soft">
          Showing what fits <strong className="font-semibold text-ink">{correctedTo}</strong>
        </p>
      )}
      {/* The box above holds the focus and names the chosen option. */}
      <div
        id={id}
        role="listbox"
        aria-label="Suggestions"
        className="max-h-[70vh] overflow-y-auto p-2"
      >
        {shown &&
          suggestions.map((suggestion, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the combobox.
            <div
              key={`${suggestion.kind}-${suggestion.slug}`}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(suggestion)}
              className={cx(
                "flex cursor-pointer items-center gap-3.5 rounded-xl px-2.5 py-1.5 hover:bg-paper-sunk",
                i === chosen && "bg-paper-sunk",
              )}
            >
              <Content suggestion={suggestion} />
            </div>
          ))}
      </div>
    </div>
  );
}
