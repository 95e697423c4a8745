/** What this person asked to hear of, until it is back. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayOf } from "../orders/order-status.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { useStopWaiting, useWaiting } from "./use-waiting.ts";

function WaitingList(): ReactNode {
  const waiting = useWaiting();
  const stop = useStopWaiting();
  if (waiting.isPending) {
    return (
      <Loading label="What you wait for is loading" className="grid gap-4">
        <Skeleton className="h-16 w-full" />
        <Skeleton className="h-16 w-full" />
      </Loading>
    );
  }
  if (waiting.isError) {
    return <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />;
  }
  const { items } = waiting.data;
  if (items.length === 0) {
    return (
      <EmptyState
        title="You wait for nothing"
        action={<ButtonLink to="/search">Browse the souk</ButtonLink>}
      >
        <p>Where something is sold out, its page offers to write to you when it is back.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map(({ id, title, variant_id, variant_title, product_slug, created_at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
          <div className="min-w-0">
            <Link
              to="/p/$slug"
              params={{ slug: product_slug }}
              search={{ variant: variant_id }}
              className="font-display text-lg hover:underline"
            >
              {title}
            </Link>
            <p className="text-sm text-ink-soft">
              {variant_title && `${variant_title}, `}since {dayOf(created_at)}
            </p>
          </div>
          <button
            type="button"
            disabled={stop.isPending}
            onClick={() => stop.mutate({ id })}
            className="link min-h-11 px-1 text-[0.95rem]"
          >
            Wait no more<span className="sr-only"> for {title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function WaitingPage(): ReactNode {
  return (
    <>
      <PageTitle title="Waiting for" />
      <h1 className="display-2 mb-3">Waiting for</h1>
      <p className="mb-8 max-w-xl text-ink-soft">
        We write to you once about each of these, as soon as it can be bought again.
      </p>
      <WaitingList />
    </>
  );
}
