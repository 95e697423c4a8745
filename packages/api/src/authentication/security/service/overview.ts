/** How signing in went lately, in numbers. */
import { byEngine } from "@souk/db";
import { loginAttempts, sessions } from "@souk/db/schema";
import { and, count, eq, gt, gte, notInArray, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { HALF_WAY, locksNow, REFUSED, UNLOCKED } from "../../service/failures.ts";
import type { SecurityOverview, SecurityOverviewInput } from "../contract.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer spans are told by the day. */
const HOURS_TOLD_SINGLY = 48;

/** They stand in the trail as successes, and nobody got in. */
const NO_ENTRIES = [HALF_WAY, UNLOCKED.account, UNLOCKED.client];

type Tally = Pick<SecurityOverview, "succeeded" | "failed" | "refused">;

export async function overview(
  ctx: Context,
  { hours }: SecurityOverviewInput,
): Promise<SecurityOverview> {
  const spanMs = hours > HOURS_TOLD_SINGLY ? DAY_MS : HOUR_MS;
  const now = ctx.now().getTime();
  // Whole spans of UTC: the first is not cut off, and the last is under way.
  const since = startOfSpan(now - hours * HOUR_MS, spanMs);
  const tallies = await talliesSince(ctx, since, spanMs);
  const buckets = startsOf(since, now, spanMs).map((start) => ({
    start: new Date(start).toISOString(),
    ...(tallies.get(start) ?? nothing),
  }));
  const { accounts, clients } = await locksNow(ctx);
  return {
    since: new Date(since).toISOString(),
    ...buckets.reduce(sum, nothing),
    active_sessions: await activeSessions(ctx),
    locked_accounts: accounts.length,
    locked_clients: clients.length,
    buckets,
  };
}

const nothing: Tally = { succeeded: 0, failed: 0, refused: 0 };

const sum = (one: Tally, other: Tally): Tally => ({
  succeeded: one.succeeded + other.succeeded,
  failed: one.failed + other.failed,
  refused: one.refused + other.refused,
});

const startOfSpan = (at: number, spanMs: number): number => Math.floor(at / spanMs) * spanMs;

const startsOf = (since: number, now: number, spanMs: number): readonly number[] =>
  Array.from({ length: Math.floor((now - since) / spanMs) + 1 }, (_, i) => since + i * spanMs);

/** By the start of their span, which the database tells as `2026-03-01T09`. */
async function talliesSince(
  ctx: Context,
  since: number,
  spanMs: number,
): Promise<ReadonlyMap<number, Tally>> {
  const hour = byEngine<string>({
    postgres: sql`to_char(${loginAttempts.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24')`,
    sqlite: sql`substr(${loginAttempts.createdAt}, 1, 13)`,
  });
  const rows = await ctx.db
    .select({
      hour,
      result: loginAttempts.result,
      reason: loginAttempts.reason,
      tries: count(),
    })
    .from(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        gte(loginAttempts.createdAt, new Date(since)),
        notInArray(loginAttempts.reason, NO_ENTRIES),
      ),
    )
    .groupBy(hour, loginAttempts.result, loginAttempts.reason);
  const tallies = new Map<number, Tally>();
  for (const { hour, result, reason, tries } of rows) {
    const start = startOfSpan(Date.parse(`${hour}:00:00.000Z`), spanMs);
    const kind = reason === REFUSED ? "refused" : result;
    const tally = { ...nothing, [kind]: Number(tries) };
    tallies.set(start, sum(tallies.get(start) ?? nothing, tally));
  }
  return tallies;
}

async function activeSessions(ctx: Context): Promise<number> {
  const [counted] = await ctx.db
    .select({ count: count() })
    .from(sessions)
    .where(and(eq(sessions.storeId, ctx.store.id), gt(sessions.expiresAt, ctx.now())));
  return Number(counted?.count);
}
