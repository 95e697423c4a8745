/** Rows of one kind: a table where there is room for it, cards on phones. */
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { useWide } from "./use-wide.ts";

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ReactNode;
  readonly align?: "right";
  /** Says by itself what it is, such as a button: its head is for screen readers. */
  readonly plain?: boolean;
}

export interface DataTableProps<T> {
  /** What the rows are, for those who hear the page. */
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

export function DataTable<T>(props: DataTableProps<T>): ReactNode {
  return useWide() ? <Table {...props} /> : <Cards {...props} />;
}

const alignOf = ({ align }: { readonly align?: "right" }): string =>
  align === "right" ? "text-right tabular" : "text-left";

function Table<T>({ caption, columns, rows, keyOf }: DataTableProps<T>): ReactNode {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong/60">
          {columns.map(({ head, plain, ...column }) => (
            <th
              key={head}
              scope="col"
              className={cx(
                "px-3 pb-2 font-semibold text-ink-soft first:pl-0 last:pr-0",
                alignOf(column),
              )}
            >
              {plain ? <span className="sr-only">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={keyOf(row)} className="align-middle">
            {columns.map(({ head, cell, ...column }, place) => {
              const className = cx("px-3 py-2.5 break-words first:pl-0 last:pr-0", alignOf(column));
              return place === 0 ? (
                <th key={head} scope="row" className={cx(className, "font-normal")}>
                  {cell(row)}
                </th>
              ) : (
                <td key={head} className={className}>
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<T>({ caption, columns, rows, keyOf }: DataTableProps<T>): ReactNode {
  const [title, ...others] = columns;
  return (
    <ul aria-label={caption} className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={keyOf(row)} className="py-3.5 text-sm">
          <div className="text-base break-words">{title?.cell(row)}</div>
          <dl className="mt-2 grid grid-cols-[6.5rem_1fr] items-baseline gap-x-3 gap-y-1.5">
            {others.map(({ head, cell, plain }) => (
              <div key={head} className="contents">
                <dt className={plain ? "sr-only" : "text-ink-soft"}>{head}</dt>
                <dd className={cx("min-w-0 break-words", plain && "col-span-2 mt-1 empty:hidden")}>
                  {cell(row)}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
