/** All orders of the account, newest first. */
import { useTRPC } from "@souk/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EndlessList } from "../ui/endless-list.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { EmptyState, Loading, Skeleton } from "../ui/states.tsx";
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
  return (
    <EndlessList
      query={pages}
      waiting={
        <Loading label="Your orders are loading" className="grid gap-4">
          <Skeleton className="h-20 w-full" />
          <Skeleton className="h-20 w-full" />
        </Loading>
      }
      empty={
        <EmptyState
          title="No orders yet"
          action={<ButtonLink to="/search">Browse the souk</ButtonLink>}
        />
      }
      more="Show older orders"
    >
      {(orders) => (
        <ul className="divide-y divide-line border-y border-line">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </EndlessList>
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
