/** Publishing: an event is written with the change it tells of, and nothing is sent from here. */
import { events } from "@souk/db/schema";
import { chunked } from "./chunked.ts";
import type { Context } from "./context.ts";

/** What a domain's `events.ts` makes. Payloads hold facts and ids, never secrets. */
export interface DomainEvent {
  readonly type: string;
  readonly subjectId: string;
  readonly payload: object;
}

/** In their order, by one statement. */
export async function publish(ctx: Context, ...told: readonly DomainEvent[]): Promise<void> {
  const occurredAt = ctx.now();
  const rows = told.map(({ type, subjectId, payload }) => ({
    ...{ type, subjectId, payload, occurredAt },
    storeId: ctx.store.id,
  }));
  for (const chunk of chunked(rows)) await ctx.db.insert(events).values([...chunk]);
}
