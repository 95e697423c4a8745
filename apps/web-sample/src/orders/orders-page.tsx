/** All orders of the account, newest first. */
import { useTRPC } from "@souk/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { ClaimNotice } from "./claim-notice.tsx";
import { OrderRow } from "./order-row.tsx";

const PAGE_SIZE = 10;

function OrderList(): ReactNode {
  const pages = useInfiniteQuery(
    useTRPC().orders.list.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ next_cursor }) => next_cursor },
    ),
  );
  if (pages.isPending) {
    return (
      <Loading label="Your orders are loading" className="grid gap-4">
        <Skeleton className="h-20 w-full" />
        <Skeleton className="h-20 w-full" />
      </Loading>
    );
  }
  if (pages.isError && !pages.data) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const orders = pages.data.pages.flatMap(({ items }) => items);
  if (orders.length === 0) {
    return (
      <EmptyState
        title="No orders yet"
        action={<ButtonLink to="/search">Browse the souk</ButtonLink>}
      />
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="mt-8 flex justify-center">
          <Button
            look="secondary"
            pending={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show older orders
          </Button>
        </div>
      )}
    </>
  );
}

export function OrdersPage(): ReactNode {
  return (
    <>
      <PageTitle title="Your orders" />
      <h1 className="display-2 mb-8">Your orders</h1>
      <ClaimNotice />
      <OrderList />
    </>
  );
}
