/** What a page shows of something that is asked for: that it loads, is not there, failed, or itself. */
import { errorStatus } from "@souk/client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NotFound } from "../../shell/not-found-page.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { Failure } from "./failure.tsx";

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, unknown>;
  /** Said while it loads, such as "The stock is loading". */
  readonly label: string;
  /** What there is none of, where the address may name one that is not there. */
  readonly what?: string;
  readonly children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, label, what, children }: LoadedProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) {
    return (
      <Loading label={label} className="grid gap-5">
        {what !== undefined && <Skeleton className="h-10 w-60" />}
        <Skeleton className="h-40 w-full rounded-2xl" />
      </Loading>
    );
  }
  if (what !== undefined && [400, 404].includes(errorStatus(query.error) ?? 0)) {
    return <NotFound what={what} />;
  }
  return <Failure error={query.error} onRetry={() => void query.refetch()} />;
}
