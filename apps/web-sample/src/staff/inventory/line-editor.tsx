/** Variants with a quantity each, found by their SKU or by words of their title. */
import type { StockLevel } from "@souk/client/contracts/inventory";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { useField } from "../../ui/form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { FilterText } from "../ui/filters.tsx";
import { variantName } from "./words.ts";

const FOUND = 8;

export interface EditedLine {
  readonly variant_id: string;
  readonly name: string;
  readonly sku: string | null;
  /** As it is typed. */
  readonly quantity: string;
}

/** What the contracts of transfers, holds and bundles take. */
export const linesToSend = (lines: readonly EditedLine[]) =>
  lines.map(({ variant_id, quantity }) => ({ variant_id, quantity: Number(quantity) }));

/** What is wrong with a line is said at its quantity: the rest of it was chosen from a list. */
export const placeOfLine = (field: string): string => field.replace(/\.variant_id$/, ".quantity");

interface LineEditorProps {
  /** What the contract calls them. */
  readonly name: "lines" | "components";
  readonly lines: readonly EditedLine[];
  readonly onChange: (lines: readonly EditedLine[]) => void;
  /** Only what lies there is found. */
  readonly locationId?: string | undefined;
  /** What cannot be a line, such as the bundle itself. */
  readonly without?: string;
}

/** One variant lies in several warehouses. */
function variantsOf(levels: readonly StockLevel[]): readonly StockLevel["variant"][] {
  const byId = new Map(levels.map(({ variant }) => [variant.id, variant]));
  return [...byId.values()].slice(0, FOUND);
}

function Finder(props: LineEditorProps): ReactNode {
  const { name, lines, onChange, locationId, without } = props;
  const [q, setQ] = useState<string>();
  const found = useQuery({
    ...useTRPC().inventory.levels.queryOptions({ q, location_id: locationId, limit: 30 }),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
  });
  const taken = new Set([...lines.map(({ variant_id }) => variant_id), without]);
  const offered =
    q === undefined ? [] : variantsOf(found.data?.items ?? []).filter(({ id }) => !taken.has(id));
  return (
    <>
      <FilterText
        name={name}
        label="Find a variant"
        placeholder="A SKU, or words of its title"
        value={q}
        onChange={setQ}
        className="max-w-md"
      />
      {q !== undefined && found.isSuccess && offered.length === 0 && (
        <p role="status" className="text-sm text-ink-soft">
          Nothing more begins like this.
          {without !== undefined && " Bundles are not found here: none is part of another."}
        </p>
      )}
      {offered.length > 0 && (
        <ul aria-label="Found variants" className="divide-y divide-line border-y border-line">
          {offered.map((variant) => (
            <li key={variant.id} className="flex items-center justify-between gap-3 py-1.5 text-sm">
              <span className="min-w-0 break-words">
                {variantName(variant)}
                <span className="block text-ink-soft">{variant.sku ?? "No SKU"}</span>
              </span>
              <CompactButton
                onClick={() =>
                  onChange([
                    ...lines,
                    {
                      variant_id: variant.id,
                      name: variantName(variant),
                      sku: variant.sku,
                      quantity: "1",
                    },
                  ])
                }
              >
                <Plus aria-hidden className="size-4" />
                Add<span className="sr-only">{` ${variantName(variant)}`}</span>
              </CompactButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface LineProps {
  readonly field: string;
  readonly line: EditedLine;
  readonly onType: (quantity: string) => void;
  readonly onRemove: () => void;
}

function Line({ field, line, onType, onRemove }: LineProps): ReactNode {
  const { id, errors, bound } = useField(field);
  return (
    <li className="py-1.5 text-sm">
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="min-w-0 flex-1 break-words">
          <span className="font-semibold">{line.name}</span>
          <span className="block text-ink-soft">{line.sku ?? "No SKU"}</span>
        </label>
        <input
          {...bound}
          inputMode="numeric"
          autoComplete="off"
          value={line.quantity}
          onChange={({ target }) => onType(target.value)}
          className="tabular min-h-10 w-20 rounded-lg border border-line-strong bg-paper-raised px-3 text-right focus:border-clay focus:outline-none focus:ring-3 focus:ring-clay/20 aria-invalid:border-alarm"
        />
        <IconButton label={`Take ${line.name} out`} onClick={onRemove}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-alarm">
          {errors.join(" ")}
        </p>
      )}
    </li>
  );
}

export function LineEditor(props: LineEditorProps): ReactNode {
  const { name, lines, onChange } = props;
  const set = (variantId: string, quantity: string): void =>
    onChange(lines.map((line) => (line.variant_id === variantId ? { ...line, quantity } : line)));
  return (
    <div className="grid gap-3">
      {lines.length > 0 && (
        <ul aria-label="Lines" className="divide-y divide-line border-y border-line">
          {lines.map((line, place) => (
            <Line
              key={line.variant_id}
              field={`${name}.${place}.quantity`}
              line={line}
              onType={(quantity) => set(line.variant_id, quantity)}
              onRemove={() => onChange(lines.filter((one) => one !== line))}
            />
          ))}
        </ul>
      )}
      <Finder {...props} />
    </div>
  );
}
