/** A table of numbers: variants down, warehouses across. Only what was changed is sent. */
import type { BatchResult, BatchRow, VariantStock } from "@souk/client/contracts/inventory";
import type { StockLocation } from "@souk/client/contracts/stock-locations";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "../../ui/cx.ts";
import { Notice } from "../../ui/notice.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { cellClass } from "../ui/cell-field.tsx";
import { CompactButton } from "../ui/compact-button.tsx";

interface StockFormProps {
  readonly stocks: readonly VariantStock[];
  readonly locations: readonly StockLocation[];
  readonly readOnly: boolean;
  readonly onCount: (rows: BatchRow[]) => Promise<BatchResult>;
}

const keyOf = (variantId: string, locationId: string): string => `${variantId} ${locationId}`;

const onHandAt = ({ levels }: VariantStock, { id }: StockLocation): number =>
  levels.find(({ location }) => location.id === id)?.on_hand ?? 0;

/** Such as "Small / Blue"; a product without options has one that bears its own name. */
const nameOf = ({ title, product_title }: VariantStock): string => title || product_title;

export function StockForm({ stocks, locations, readOnly, onCount }: StockFormProps): ReactNode {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  // What was said of a number is about what stood there before.
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const changes = stocks.flatMap((stock) =>
    locations.flatMap((location) => {
      const key = keyOf(stock.id, location.id);
      const text = typed[key]?.trim();
      if (text === undefined || text === String(onHandAt(stock, location))) return [];
      return [{ key, text, variant_id: stock.id, location_id: location.id }];
    }),
  );
  const save = async (): Promise<void> => {
    const wrong = changes.filter(({ text }) => !/^\d{1,9}$/.test(text));
    setProblems(Object.fromEntries(wrong.map(({ key }) => [key, "Use a whole number."])));
    if (wrong.length > 0) return;
    const rows = changes.map(({ text, variant_id, location_id }) => ({
      ...{ type: "count" as const, variant_id, location_id, on_hand: Number(text) },
    }));
    const { done, errors } = await onCount(rows);
    const refused = errors.map(({ row, detail }) => [changes[row]?.key ?? "", detail] as const);
    setProblems(Object.fromEntries(refused));
    const kept = new Set(refused.map(([key]) => key));
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([key]) => kept.has(key))));
    if (done > 0) toasts.say(done === 1 ? "One number is saved." : `${done} numbers are saved.`);
  };
  const submit = (): void => {
    setPending(true);
    setProblem(null);
    setMended(new Set());
    save()
      .catch((error: unknown) => setProblem(explainFault(error)))
      .finally(() => setPending(false));
  };
  const fill = (location: StockLocation): void => {
    const [first] = stocks;
    if (first === undefined) return;
    const text = typed[keyOf(first.id, location.id)] ?? String(onHandAt(first, location));
    setTyped((now) => ({
      ...now,
      ...Object.fromEntries(stocks.map(({ id }) => [keyOf(id, location.id), text])),
    }));
  };

  return (
    <form
      ref={form}
      aria-label="Stock"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && changes.length > 0) submit();
      }}
    >
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">Stock by variant and warehouse</caption>
          <thead>
            <tr className="border-b border-line-strong/60 text-left text-ink-soft">
              <th scope="col" className="py-2 pr-3 font-semibold">
                Variant
              </th>
              {locations.map((location) => (
                <th key={location.id} scope="col" className="min-w-28 px-2 py-2 font-semibold">
                  {location.name}
                  {stocks.length > 1 && !readOnly && (
                    <button
                      type="button"
                      onClick={() => fill(location)}
                      className="link block min-h-6 text-xs font-normal"
                    >
                      First one for all
                      <span className="sr-only"> in {location.name}</span>
                    </button>
                  )}
                </th>
              ))}
              <th scope="col" className="py-2 pl-2 text-right font-semibold">
                To be had
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {stocks.map((stock) => (
              <tr key={stock.id}>
                <th scope="row" className="py-2 pr-3 text-left font-normal">
                  <Link
                    to="/staff/inventory/variants/$id"
                    params={{ id: stock.id }}
                    className="link"
                  >
                    {nameOf(stock)}
                  </Link>
                  {stock.sku && <span className="block text-xs text-ink-soft">{stock.sku}</span>}
                </th>
                {locations.map((location) => {
                  const key = keyOf(stock.id, location.id);
                  const wrong = mended.has(key) ? undefined : problems[key];
                  return (
                    <td key={location.id} className="px-2 py-2 align-top">
                      <input
                        inputMode="numeric"
                        autoComplete="off"
                        aria-label={`${nameOf(stock)} in ${location.name}`}
                        aria-invalid={wrong !== undefined || undefined}
                        aria-describedby={wrong === undefined ? undefined : `wrong ${key}`}
                        disabled={readOnly || stock.components.length > 0}
                        value={typed[key] ?? String(onHandAt(stock, location))}
                        onChange={({ target }) => {
                          setTyped((now) => ({ ...now, [key]: target.value }));
                          setMended((now) => new Set(now).add(key));
                        }}
                        className={cx(cellClass, "tabular text-right")}
                      />
                      {wrong !== undefined && (
                        <p id={`wrong ${key}`} className="mt-1 text-xs font-medium text-alarm">
                          {wrong}
                        </p>
                      )}
                    </td>
                  );
                })}
                <td className="tabular py-2 pl-2 text-right">{stock.available}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem && (
        <Notice tone="alarm" className="mt-4">
          <p>{problem}</p>
        </Notice>
      )}
      {!readOnly && (
        <div className="mt-4 flex justify-end">
          <CompactButton
            type="submit"
            look="primary"
            pending={pending}
            disabled={changes.length === 0}
          >
            {changes.length === 0 ? "Save the stock" : `Save ${changes.length} changed`}
          </CompactButton>
        </div>
      )}
    </form>
  );
}
