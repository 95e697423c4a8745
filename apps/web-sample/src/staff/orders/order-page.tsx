/** One order of anybody, to read. */
import { errorStatus } from "@souk/client";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { OrderStatus } from "../../orders/order-status.tsx";
import { OrderView } from "../../orders/order-view.tsx";
import { NotFound } from "../../shell/not-found-page.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";

const route = getRouteApi("/staff/orders/$number");

export function StaffOrderPage(): ReactNode {
  const { number } = route.useParams();
  const order = useQuery(useTRPC().orders.getAny.queryOptions({ number }));
  if (order.isError && errorStatus(order.error) === 404) return <NotFound what="order" />;
  return (
    <>
      <Link to="/staff/orders" className="link mb-2 inline-flex min-h-9 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4" />
        All orders
      </Link>
      {order.isPending && (
        <Loading label="The order is loading" className="grid gap-5">
          <Skeleton className="h-10 w-60" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
      {order.isError && !order.data && (
        <Failure error={order.error} onRetry={() => void order.refetch()} />
      )}
      {order.data && (
        <>
          <PageHead
            title={`Order ${order.data.number}`}
            windowTitle={`Order ${order.data.number}, staff`}
            intro={
              <>
                <Stamp at={order.data.placed_at} />, {order.data.email}
              </>
            }
            badges={<OrderStatus order={order.data} />}
          />
          <OrderView order={order.data} />
        </>
      )}
    </>
  );
}
