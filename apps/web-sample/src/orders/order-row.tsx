/** One order among others. */
import type { OrderSummary } from "@souk/client/contracts/orders";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Picture } from "../ui/picture.tsx";
import { Price } from "../ui/price.tsx";
import { dayOf, OrderStatus } from "./order-status.tsx";

export function OrderRow({ order }: { readonly order: OrderSummary }): ReactNode {
  const items = order.item_count === 1 ? "1 item" : `${order.item_count} items`;
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-3 py-5 sm:grid-cols-[1fr_auto_5.5rem_6rem]">
      <div className="col-start-1 row-start-1">
        <Link
          to="/account/orders/$number"
          params={{ number: order.number }}
          className="font-display text-xl underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-clay"
        >
          {order.number}
        </Link>
        <p className="text-sm text-ink-soft">
          {dayOf(order.placed_at)}, {items}
        </p>
      </div>
      <div className="col-start-1 row-start-2 flex -space-x-2 sm:col-start-2 sm:row-start-1">
        {order.pictures.map((picture) => (
          <div key={picture.url} className="size-12 overflow-hidden rounded-full ring-2 ring-paper">
            <Picture picture={picture} decorative />
          </div>
        ))}
      </div>
      <div className="col-start-2 row-start-1 justify-self-end sm:col-start-3">
        <OrderStatus order={order} />
      </div>
      <Price money={order.total} className="text-right font-semibold sm:col-start-4" />
    </li>
  );
}
