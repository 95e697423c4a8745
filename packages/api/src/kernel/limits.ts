/** How often one client may do a thing. Counted in the database: for all nodes, over restarts, on both faces. */
import { byEngine, type Db } from "@souk/db";
import { limitedActions } from "@souk/db/schema";
import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { SecretKey } from "../ports/secrets.ts";
import { record } from "./audit.ts";
import { clientOf } from "./client-address.ts";
import { type Context, inTransaction, type LimitStanding } from "./context.ts";
import { DomainError } from "./errors.ts";
import { deriveSecret } from "./secrets.ts";

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

/**
 * Counts this call, or refuses it; refusals do not count. `who` is counted: the client unless said. The
 * first refusal in a span goes into the audit trail.
 */
export async function spend(
  ctx: Context,
  limit: Limit,
  who: string = clientOf(ctx.request.ip),
): Promise<void> {
  // Refused outside, since what it recorded must stay.
  const standing = await inTransaction(ctx, (ctx) => count(ctx, limit, who));
  ctx.reportLimit(standing);
  if (standing.refused) throw tooOften(standing.resetSeconds);
}

async function count(
  ctx: Context,
  { action, times, withinMs }: Limit,
  who: string,
): Promise<LimitStanding & { readonly refused: boolean }> {
  const { db, store } = ctx;
  await takeTurns(db, [`limit:${store.id}:${action}:${who}`]);
  const now = ctx.now();
  const instants = await countedSince(ctx, action, who, new Date(now.getTime() - withinMs));
  const free = freeAt(instants, { times, withinMs });
  const refused = free > now.getTime();
  if (refused) await recordOnce(ctx, { action, times, withinMs }, who);
  else await db.insert(limitedActions).values(rowOf(ctx, action, who));
  const [oldest = now] = instants;
  const frees = refused ? free : oldest.getTime() + withinMs;
  return {
    name: action,
    times,
    withinSeconds: withinMs / 1000,
    remaining: Math.max(times - instants.length - 1, 0),
    resetSeconds: Math.ceil((frees - now.getTime()) / 1000),
    refused,
  };
}

async function countedSince(
  ctx: Context,
  action: string,
  who: string,
  since: Date,
): Promise<readonly Date[]> {
  const counted = await ctx.db
    .select({ createdAt: limitedActions.createdAt })
    .from(limitedActions)
    .where(
      and(
        eq(limitedActions.storeId, ctx.store.id),
        eq(limitedActions.action, action),
        inArray(limitedActions.client, namesOf(ctx, action, who)),
        gt(limitedActions.createdAt, since),
      ),
    )
    .orderBy(asc(limitedActions.createdAt));
  return counted.map(({ createdAt }) => createdAt);
}

/** A flood of refusals leaves one entry in each span. */
async function recordOnce(ctx: Context, { action, withinMs }: Limit, who: string): Promise<void> {
  if (!(await firstLately(ctx, { action: `${action}:refused`, withinMs }, who))) return;
  await record(ctx, { action: "limit.reached", details: { limit: action } });
}

/** True once for `who` in each span. Callers take turns by `who`. */
export async function firstLately(
  ctx: Context,
  { action, withinMs }: Omit<Limit, "times">,
  who: string,
): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - withinMs);
  if ((await countedSince(ctx, action, who, since)).length > 0) return false;
  await ctx.db.insert(limitedActions).values(rowOf(ctx, action, who));
  return true;
}

function rowOf(ctx: Context, action: string, who: string) {
  const [client] = namesOf(ctx, action, who);
  return { storeId: ctx.store.id, action, client, createdAt: ctx.now() };
}

/**
 * What is stored tells that callers are one, and not which: nobody's address outlives its person here.
 * Under each key of the ring, so that changing the secret gives nobody fresh tries.
 */
const namesOf = ({ ports }: Context, action: string, who: string): [string, ...string[]] => {
  const [first, ...earlier] = ports.secrets.links;
  const under = (key: SecretKey): string => deriveSecret([key], `limit:${action}`, who);
  return [under(first), ...earlier.map(under)];
};

const tooOften = (retryAfterSeconds: number): DomainError =>
  new DomainError(
    "rate_limited",
    "too_many_requests",
    "Too many requests. Please try again later.",
    { retryAfterSeconds },
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

/** What was counted of an account goes with it. */
export async function forgetSpender({ db, store }: Context, who: string): Promise<void> {
  await db
    .delete(limitedActions)
    .where(and(eq(limitedActions.storeId, store.id), eq(limitedActions.client, who)));
}

/** Deletes what no limit counts any more. */
export async function sweepLimits({ db, store, now }: Context): Promise<void> {
  const before = new Date(now().getTime() - KEEP_MS);
  await db
    .delete(limitedActions)
    .where(and(eq(limitedActions.storeId, store.id), lte(limitedActions.createdAt, before)));
}
