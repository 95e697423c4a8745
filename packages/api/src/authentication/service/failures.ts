/** Which failures count against an account and a client: one rule, for those refused and for staff. */
import { loginAttempts } from "@souk/db/schema";
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { pseudonymOf } from "../../kernel/client-address.ts";
import type { Context, LimitStanding } from "../../kernel/context.ts";
import { freeAt } from "../../kernel/limits.ts";

export const WINDOW_MS = 15 * 60_000;
export const CLIENT_LIMIT = 5;
export const ACCOUNT_LIMIT = 3;

/** A try takes this long at most; an older one without a verdict was cut off, and counts as failed. */
export const IN_FLIGHT_MS = 5_000;

export const UNFINISHED = "unfinished";
export const REFUSED = "rate_limited";
/**
 * The first half of a sign-in. It clears no failures: whoever knows the password could otherwise go on
 * guessing codes for ever.
 */
export const HALF_WAY = "password_accepted";
/** The account of a try that named none, such as with an unknown passkey: it counts for its client. */
export const NOBODY = "";
/** What staff leaves in the trail: failures before it count no more. */
export const UNLOCKED = { account: "unlocked", client: "client_unlocked" } as const;

/** A flood must not make looking at it expensive. The oldest are left out, which free themselves first. */
const MOST_READ = 10_000;

interface Try {
  readonly reason: string;
  readonly createdAt: Date;
}

export interface Standing {
  /** When, in epoch milliseconds, the judged failures allow another try; past when they do now. */
  readonly freeAt: number;
  /** Failures and unfinished tries together reach the limit. */
  readonly crowded: boolean;
  /** From the oldest on. */
  readonly judgedAt: readonly Date[];
  /** Failures and unfinished tries. */
  readonly counted: number;
  readonly limit: number;
}

/** `failures` from the oldest on. */
export function standing(ctx: Context, failures: readonly Try[], limit: number): Standing {
  const now = ctx.now().getTime();
  const judged = failures.filter(
    ({ reason, createdAt }) => reason !== UNFINISHED || createdAt.getTime() <= now - IN_FLIGHT_MS,
  );
  const judgedAt = judged.map(({ createdAt }) => createdAt);
  return {
    freeAt: freeAt(judgedAt, { times: limit, withinMs: WINDOW_MS }),
    crowded: failures.length >= limit,
    judgedAt,
    counted: failures.length,
    limit,
  };
}

/** For the caller, after `more` tries. One that is being looked at counts as failed until it is judged. */
export function announced(
  ctx: Context,
  name: string,
  { freeAt, judgedAt, counted, limit }: Standing,
  more: 0 | 1,
): LimitStanding {
  const now = ctx.now().getTime();
  const [oldest = new Date(now)] = judgedAt;
  const reset = freeAt > now ? freeAt : oldest.getTime() + WINDOW_MS;
  return {
    name,
    times: limit,
    withinSeconds: WINDOW_MS / 1000,
    remaining: Math.max(limit - counted - more, 0),
    resetSeconds: Math.ceil((reset - now) / 1000),
  };
}

export interface Locked {
  /** The address that was tried, or the client. */
  readonly key: string;
  readonly failures: number;
  readonly lastFailureAt: Date;
  readonly freeAt: Date;
}

export interface Locks {
  readonly accounts: readonly Locked[];
  readonly clients: readonly Locked[];
}

/** Whom a try would be refused right now, in one statement however many they are. */
export async function locksNow(ctx: Context): Promise<Locks> {
  const rows = await ctx.db
    .select({
      ...tried,
      account: loginAttempts.account,
      client: loginAttempts.client,
      countsForAccount: notCleared(ctx).mapWith(Boolean),
    })
    .from(loginAttempts)
    .where(and(lately(ctx), or(failed, clientMark)))
    .orderBy(desc(loginAttempts.createdAt), desc(loginAttempts.id))
    .limit(MOST_READ);
  const tries = rows.reverse();
  const failures = tries.filter(({ reason }) => reason !== UNLOCKED.client);
  // What was erased belongs to no account, but to a client still.
  const ofAccounts = failures.filter((row) => row.countsForAccount && row.account !== "");
  const named = new Map(tries.map(({ client }) => [pseudonymOf(ctx, client), client]));
  return {
    accounts: lockedOf(
      ctx,
      Map.groupBy(ofAccounts, ({ account }) => account),
      ACCOUNT_LIMIT,
    ),
    clients: lockedOf(
      ctx,
      Map.groupBy(tries, ({ client }) => named.get(client) ?? client),
      CLIENT_LIMIT,
    ),
  };
}

function lockedOf(
  ctx: Context,
  tries: ReadonlyMap<string, readonly Try[]>,
  limit: number,
): readonly Locked[] {
  const now = ctx.now().getTime();
  return [...tries].flatMap(([key, all]) => {
    const { freeAt, judgedAt } = standing(ctx, sinceUnlocked(all), limit);
    const lastFailureAt = judgedAt.at(-1);
    if (lastFailureAt === undefined || freeAt <= now) return [];
    return [{ key, failures: judgedAt.length, lastFailureAt, freeAt: new Date(freeAt) }];
  });
}

/** A success never clears a client's failures; only staff does. */
export async function failuresOfClient(ctx: Context, client: string): Promise<readonly Try[]> {
  // Under its pseudonym stand the failures whose account was erased since.
  const names = [client, pseudonymOf(ctx, client)];
  const whose = inArray(loginAttempts.client, names);
  return sinceUnlocked(await triesOf(ctx, and(whose, or(failed, clientMark))));
}

/** Only what came after the account's last success counts. */
export const failuresOfAccount = async (ctx: Context, account: string): Promise<readonly Try[]> =>
  account === NOBODY
    ? []
    : triesOf(ctx, and(eq(loginAttempts.account, account), failed, notCleared(ctx)));

const sinceUnlocked = (tries: readonly Try[]): readonly Try[] =>
  tries.slice(tries.findLastIndex(({ reason }) => reason === UNLOCKED.client) + 1);

const tried = { reason: loginAttempts.reason, createdAt: loginAttempts.createdAt };

const triesOf = async (ctx: Context, which: SQL | undefined): Promise<readonly Try[]> =>
  await ctx.db
    .select(tried)
    .from(loginAttempts)
    .where(and(lately(ctx), which))
    .orderBy(asc(loginAttempts.createdAt), asc(loginAttempts.id));

const lately = ({ store, now }: Context) =>
  and(
    eq(loginAttempts.storeId, store.id),
    gt(loginAttempts.createdAt, new Date(now().getTime() - WINDOW_MS)),
  );

/** Refusals do not prolong themselves. */
const failed = and(eq(loginAttempts.result, "failed"), ne(loginAttempts.reason, REFUSED));

const clientMark = eq(loginAttempts.reason, UNLOCKED.client);

const success = alias(loginAttempts, "success");

const notCleared = ({ db, store }: Context) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(success)
      .where(
        and(
          eq(success.storeId, store.id),
          eq(success.account, loginAttempts.account),
          eq(success.result, "succeeded"),
          ne(success.reason, HALF_WAY),
          gte(success.createdAt, loginAttempts.createdAt),
        ),
      ),
  );
