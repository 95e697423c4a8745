/** Publishing: an event is written with the change it tells of, and nothing is sent from here. */
import { events } from "@souk/db/schema";
import type { Context } from "./context.ts";

/** What a domain's `events.ts` makes. Payloads hold facts and ids, never secrets. */
export interface DomainEvent {
  readonly type: string;
  readonly subjectId: string;
  readonly payload: object;
}

export async function publish(ctx: Context, event: DomainEvent): Promise<void> {
  await ctx.db.insert(events).values({
    storeId: ctx.store.id,
    type: event.type,
    subjectId: event.subjectId,
    payload: event.payload,
    occurredAt: ctx.now(),
  });
}
