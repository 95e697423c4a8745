/**
 * Reading the event log. The sequencer numbers what was written; each consumer follows the numbers
 * with a cursor of its own, one node at a time, so each event reaches each consumer at least once.
 */
import { type Db, uuid7 } from "@souk/db";
import { eventCursors, events } from "@souk/db/schema";
import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";

export interface LoggedEvent {
  readonly id: string;
  readonly position: number;
  readonly type: string;
  readonly subjectId: string;
  readonly payload: object;
  readonly occurredAt: Date;
}

export interface Consumer {
  readonly name: string;
  /** May run more than once for one event. Throws to be asked again later. */
  handle(event: LoggedEvent): Promise<void>;
  /** Nothing is ever passed over: what comes after waits until it works again. */
  readonly neverGivesUp?: boolean;
}

export interface ConsumeOptions {
  readonly db: Db;
  readonly storeId: string;
  /** This node's name for leases. */
  readonly node: string;
  readonly now: () => Date;
  /** An event was given up after `MAX_FAILURES`, or failed and will be tried again. */
  readonly onFailure: (event: LoggedEvent, error: unknown, givenUp: boolean) => void;
}

const SEQUENCER = "sequencer";
const BATCH = 100;
const LEASE_MS = 60_000;
export const MAX_FAILURES = 10;
const MAX_BACKOFF_MS = 60_000;

/** Numbers the events that have none, without a gap. Many nodes may call it at once. */
export function sequence(db: Db, storeId: string): Promise<void> {
  return db.transaction(async (tx) => {
    await ensureCursor(tx, storeId, SEQUENCER);
    const own = and(eq(eventCursors.storeId, storeId), eq(eventCursors.consumer, SEQUENCER));
    const [head] = await tx
      .select({ position: eventCursors.position })
      .from(eventCursors)
      .where(own)
      .for("update");
    const start = head?.position ?? 0;
    const numbered = await tx.execute<{ position: number | string }>(sql`
      update events set position = ${start} + fresh.nth
      from (
        select id, row_number() over (order by id) as nth from events
        where store_id = ${storeId} and position is null order by id limit ${BATCH * 5}
      ) as fresh
      where events.id = fresh.id and events.store_id = ${storeId}
      returning events.position as position`);
    if (numbered.length === 0) return;
    await tx
      .update(eventCursors)
      .set({ position: start + numbered.length })
      .where(own);
  });
}

/** Hands the next events to the consumer. Answers how many it handled; 0 when there is nothing to do. */
export async function consume(consumer: Consumer, options: ConsumeOptions): Promise<number> {
  const { db, storeId } = options;
  await ensureCursor(db, storeId, consumer.name);
  const cursor = await lease(consumer.name, options);
  if (cursor === undefined) return 0;
  const batch = await db
    .select()
    .from(events)
    .where(and(eq(events.storeId, storeId), gt(events.position, cursor.position)))
    .orderBy(asc(events.position))
    .limit(BATCH);
  let handled = 0;
  let { failures } = cursor;
  for (const row of batch) {
    const event = { ...row, position: row.position ?? 0 };
    try {
      await consumer.handle(event);
      failures = 0;
    } catch (error) {
      failures += 1;
      const givenUp = failures >= MAX_FAILURES && consumer.neverGivesUp !== true;
      options.onFailure(event, error, givenUp);
      if (!givenUp) {
        await moveCursor(consumer.name, options, { failures, retryAt: backoff(options, failures) });
        return handled;
      }
      failures = 0;
    }
    await moveCursor(consumer.name, options, { position: event.position, failures });
    handled += 1;
  }
  await moveCursor(consumer.name, options, { leaseHolder: null, leaseUntil: null });
  return handled;
}

/** The last number that is given. */
export async function headOf(db: Db, storeId: string): Promise<number> {
  const [head] = await db
    .select({ position: eventCursors.position })
    .from(eventCursors)
    .where(and(eq(eventCursors.storeId, storeId), eq(eventCursors.consumer, SEQUENCER)));
  return head?.position ?? 0;
}

/** What events of the type are about that were numbered after `position`, or have no number yet. */
export async function subjectsSince(
  db: Db,
  storeId: string,
  position: number,
  type: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ subjectId: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.storeId, storeId),
        eq(events.type, type),
        or(isNull(events.position), gt(events.position, position)),
      ),
    );
  return rows.map(({ subjectId }) => subjectId);
}

const backoff = ({ now }: ConsumeOptions, failures: number): Date =>
  new Date(now().getTime() + Math.min(1000 * 2 ** failures, MAX_BACKOFF_MS));

async function ensureCursor(db: Db, storeId: string, consumer: string): Promise<void> {
  const known = await db
    .select({ id: eventCursors.id })
    .from(eventCursors)
    .where(and(eq(eventCursors.storeId, storeId), eq(eventCursors.consumer, consumer)));
  if (known.length > 0) return;
  await db
    .insert(eventCursors)
    .values({ id: uuid7(), storeId, consumer, position: 0 })
    .onConflictDoNothing();
}

/** The cursor, if no other node has it and it is not waiting for another try. */
async function lease(consumer: string, { db, storeId, node, now }: ConsumeOptions) {
  const at = now();
  const [cursor] = await db
    .update(eventCursors)
    .set({ leaseHolder: node, leaseUntil: new Date(at.getTime() + LEASE_MS) })
    .where(
      and(
        eq(eventCursors.storeId, storeId),
        eq(eventCursors.consumer, consumer),
        or(isNull(eventCursors.retryAt), lte(eventCursors.retryAt, at)),
        or(
          isNull(eventCursors.leaseUntil),
          lte(eventCursors.leaseUntil, at),
          eq(eventCursors.leaseHolder, node),
        ),
      ),
    )
    .returning({ position: eventCursors.position, failures: eventCursors.failures });
  return cursor;
}

type CursorChange = Partial<typeof eventCursors.$inferInsert>;

async function moveCursor(
  consumer: string,
  { db, storeId, node, now }: ConsumeOptions,
  change: CursorChange,
): Promise<void> {
  await db
    .update(eventCursors)
    .set({ retryAt: null, leaseUntil: new Date(now().getTime() + LEASE_MS), ...change })
    .where(
      and(
        eq(eventCursors.storeId, storeId),
        eq(eventCursors.consumer, consumer),
        eq(eventCursors.leaseHolder, node),
      ),
    );
}
