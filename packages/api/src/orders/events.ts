/** What the orders domain publishes. */
import type { DomainEvent } from "../kernel/events.ts";

export const orderPlaced = (order: { id: string; number: string; userId: string | null }) =>
  ({
    type: "order.placed",
    subjectId: order.id,
    payload: { order_id: order.id, number: order.number, user_id: order.userId },
  }) satisfies DomainEvent;
