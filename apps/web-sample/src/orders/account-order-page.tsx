/** One order of the account. */
import { errorStatus } from "@souk/client";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { ReviewLine } from "../reviews/review-line.tsx";
import { NotFound } from "../shell/not-found-page.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { dayOf, OrderStatus } from "./order-status.tsx";
import { OrderView } from "./order-view.tsx";
import { useOrder } from "./use-order.ts";

const route = getRouteApi("/account/orders/$number");

export function AccountOrderPage(): ReactNode {
  const { number } = route.useParams();
  const order = useOrder(number);
  if (order.isPending) {
    return (
      <Loading label="The order is loading" className="grid gap-6">
        <Skeleton className="h-12 w-64" />
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  }
  if (order.isError) {
    if (errorStatus(order.error) === 404) return <NotFound what="order" />;
    return <ErrorState error={order.error} onRetry={() => void order.refetch()} />;
  }
  return (
    <>
      <PageTitle title={`Order ${number}`} />
      <Link to="/account/orders" className="link inline-flex min-h-9 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4" />
        All orders
      </Link>
      <div className="mt-2 mb-8 flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1 className="display-2">Order {order.data.number}</h1>
        <OrderStatus order={order.data} />
        <p className="w-full text-ink-soft">Placed on {dayOf(order.data.placed_at)}</p>
      </div>
      <OrderView order={order.data} lineAction={(lineId) => <ReviewLine lineId={lineId} />} />
    </>
  );
}
