/** How often one client may do a thing. Counted in the database: for all nodes, over restarts, on both faces. */
import { byEngine, type Db } from "@souk/db";
import { limitedActions } from "@souk/db/schema";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { clientOf } from "./client-address.ts";
import { type Context, inTransaction } from "./context.ts";
import { DomainError } from "./errors.ts";

export interface Limit {
  /** What is counted, such as `register`. */
  readonly action: string;
  /** At most this often … */
  readonly times: number;
  /** … in any span of this length. */
  readonly withinMs: number;
}

const KEEP_MS = 86_400_000;

/**
 * When, in epoch milliseconds, what was counted (oldest first, all of it inside the span) leaves room
 * for one more; 0 when there is room now.
 */
export function freeAt(
  counted: readonly Date[],
  { times, withinMs }: Pick<Limit, "times" | "withinMs">,
): number {
  const lastToExpire = counted.at(-times);
  return lastToExpire === undefined ? 0 : lastToExpire.getTime() + withinMs;
}

/** Counts this call, or refuses it; refusals do not count. */
export function spend(ctx: Context, { action, times, withinMs }: Limit): Promise<void> {
  const client = clientOf(ctx.request.ip);
  return inTransaction(ctx, async ({ db, store }) => {
    await takeTurns(db, [`limit:${store.id}:${action}:${client}`]);
    const now = ctx.now();
    const counted = await db
      .select({ createdAt: limitedActions.createdAt })
      .from(limitedActions)
      .where(
        and(
          eq(limitedActions.storeId, store.id),
          eq(limitedActions.action, action),
          eq(limitedActions.client, client),
          gt(limitedActions.createdAt, new Date(now.getTime() - withinMs)),
        ),
      )
      .orderBy(asc(limitedActions.createdAt));
    const instants = counted.map(({ createdAt }) => createdAt);
    const free = freeAt(instants, { times, withinMs });
    if (free > now.getTime()) throw tooOften(Math.ceil((free - now.getTime()) / 1000));
    await db.insert(limitedActions).values({ storeId: store.id, action, client, createdAt: now });
  });
}

const tooOften = (retryAfterSeconds: number): DomainError =>
  new DomainError(
    "rate_limited",
    "too_many_requests",
    "Too many requests. Please try again later.",
    {
      retryAfterSeconds,
    },
  );

/**
 * Units of work that name the same thing run one after another, until they end. Names are taken in one
 * order, so that no two wait for each other for ever.
 */
export async function takeTurns(db: Db, names: readonly string[]): Promise<void> {
  for (const name of [...names].sort()) {
    await db.execute(
      byEngine({
        postgres: sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
        // Its units of work are one after another anyway.
        sqlite: sql`select 1`,
      }),
    );
  }
}

/** Deletes what no limit counts any more. */
export async function sweepLimits({ db, store, now }: Context): Promise<void> {
  const before = new Date(now().getTime() - KEEP_MS);
  await db
    .delete(limitedActions)
    .where(and(eq(limitedActions.storeId, store.id), lte(limitedActions.createdAt, before)));
}
