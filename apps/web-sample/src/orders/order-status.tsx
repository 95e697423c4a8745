/** How far an order has come, in a word. */
import type { Order } from "@souk/client/contracts/orders";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";

type Statuses = Pick<Order, "status" | "payment_status" | "fulfillment_status">;

function wordFor({ status, payment_status, fulfillment_status }: Statuses) {
  if (status === "canceled") return { word: "Canceled", look: "bg-paper-sunk text-ink" };
  if (fulfillment_status === "fulfilled") return { word: "Sent", look: "bg-leaf-wash text-leaf" };
  if (payment_status === "paid") return { word: "Paid", look: "bg-saffron-wash text-ink" };
  return { word: "Placed", look: "bg-saffron-wash text-ink" };
}

export function OrderStatus({ order }: { readonly order: Statuses }): ReactNode {
  const { word, look } = wordFor(order);
  return <span className={cx("rounded-full px-3 py-1 text-sm font-semibold", look)}>{word}</span>;
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

export const dayOf = (timestamp: string): string => dateFormat.format(new Date(timestamp));
