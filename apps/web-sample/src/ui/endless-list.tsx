/** A list that goes on when asked: loading, fault, nothing, or all that was shown so far. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { ErrorState } from "./states.tsx";

interface EndlessListProps<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly T[] }>, unknown>;
  /** Shown until the first page is there. */
  readonly waiting: ReactNode;
  /** Shown when there is no item. */
  readonly empty: ReactNode;
  /** What the button to go on says. */
  readonly more: string;
  readonly moreClassName?: string;
  readonly children: (items: readonly T[]) => ReactNode;
}

export function EndlessList<T>(props: EndlessListProps<T>): ReactNode {
  const { query, waiting, empty, more, children } = props;
  const { moreClassName = "mt-8 flex justify-center" } = props;
  if (query.isPending) return waiting;
  if (query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {query.hasNextPage && (
        <div className={moreClassName}>
          <Button
            look="secondary"
            pending={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {more}
          </Button>
        </div>
      )}
    </>
  );
}
