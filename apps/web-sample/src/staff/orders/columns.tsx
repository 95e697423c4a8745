/** An order among others, as staff sees it. */
import type { OrderForStaff } from "@souk/client/contracts/orders";
import { Link } from "@tanstack/react-router";
import { OrderStatus } from "../../orders/order-status.tsx";
import { Price } from "../../ui/price.tsx";
import type { Column } from "../ui/data-table.tsx";
import { Stamp } from "../ui/stamp.tsx";

export const orderColumns: readonly Column<OrderForStaff>[] = [
  {
    head: "Number",
    cell: ({ number }) => (
      <Link to="/staff/orders/$number" params={{ number }} className="link font-semibold">
        {number}
      </Link>
    ),
  },
  { head: "Customer", cell: ({ email }) => <span className="break-all">{email}</span> },
  { head: "Status", cell: (order) => <OrderStatus order={order} /> },
  { head: "Placed", cell: ({ placed_at }) => <Stamp at={placed_at} /> },
  { head: "Items", align: "right", cell: ({ item_count }) => item_count },
  {
    head: "Total",
    align: "right",
    cell: ({ total }) => <Price money={total} className="font-semibold" />,
  },
];
