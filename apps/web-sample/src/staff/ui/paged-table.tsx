/** A list from the server: loading, fault, nothing, or a page of rows with a way to the next. */
import type { UseQueryResult } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { CompactButton } from "./compact-button.tsx";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import { Failure } from "./failure.tsx";
import type { Pager } from "./use-pager.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

interface PagesProps<T> {
  readonly query: UseQueryResult<Page<T>, unknown>;
  readonly pager: Pager;
  /** What the rows are, such as "Users". */
  readonly caption: string;
  /** Said when there is no row. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly T[]) => ReactNode;
}

export function Pages<T>({ query, pager, caption, empty, children }: PagesProps<T>): ReactNode {
  if (query.isPending) {
    return (
      <Loading label={`${caption} are loading`} className="grid gap-3">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-10 w-full" />
      </Loading>
    );
  }
  if (query.data === undefined) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { items, next_cursor } = query.data;
  return (
    <div aria-busy={query.isPlaceholderData || undefined}>
      {items.length === 0 ? (
        <p className="py-4 text-[0.95rem] text-ink-soft">{empty}</p>
      ) : (
        children(items)
      )}
      <PagerBar pager={pager} next={next_cursor} caption={caption} />
    </div>
  );
}

type PagedTableProps<T> = Omit<PagesProps<T>, "children"> & Omit<DataTableProps<T>, "rows">;

export function PagedTable<T>({ query, pager, empty, ...table }: PagedTableProps<T>): ReactNode {
  return (
    <Pages query={query} pager={pager} empty={empty} caption={table.caption}>
      {(rows) => <DataTable {...table} rows={rows} />}
    </Pages>
  );
}

interface PagerBarProps {
  readonly pager: Pager;
  readonly next: string | null;
  readonly caption: string;
}

function PagerBar({ pager, next, caption }: PagerBarProps): ReactNode {
  if (pager.page === 1 && next === null) return null;
  return (
    <nav
      aria-label={`Pages of: ${caption}`}
      className="mt-4 flex items-center justify-between gap-3"
    >
      <CompactButton disabled={pager.page === 1} onClick={pager.back}>
        <ChevronLeft aria-hidden className="size-4" />
        Previous
      </CompactButton>
      <span className="text-sm text-ink-soft">Page {pager.page}</span>
      <CompactButton disabled={next === null} onClick={() => next !== null && pager.forward(next)}>
        Next
        <ChevronRight aria-hidden className="size-4" />
      </CompactButton>
    </nav>
  );
}
