/**
 * Login limits. Each try is written down as failed before its password is looked at, and judged once
 * afterwards, so tries that run at the same time, here or on another node, cannot pass the limits by.
 */
import { setTimeout as delay } from "node:timers/promises";
import { uuid7 } from "@souk/db";
import { loginAttempts } from "@souk/db/schema";
import { and, asc, desc, eq, gt, ne } from "drizzle-orm";
import { clientOf } from "../../kernel/client-address.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { freeAt, takeTurns } from "../../kernel/limits.ts";

export const WINDOW_MS = 15 * 60_000;
export const CLIENT_LIMIT = 5;
export const ACCOUNT_LIMIT = 3;

/** A try takes this long at most; an older one without a verdict was cut off, and counts as failed. */
const IN_FLIGHT_MS = 5_000;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 200;

const UNFINISHED = "unfinished";
const REFUSED = "rate_limited";

export interface Attempt {
  readonly id: string;
}

type Admission =
  | { readonly kind: "admitted"; readonly attempt: Attempt }
  | { readonly kind: "crowded" }
  | { readonly kind: "refused"; readonly retryAfterSeconds: number };

/**
 * Lets a try begin, or refuses it. While the limit is reached only by tries whose passwords are still
 * being checked it waits for their verdicts: those may all be right.
 */
export async function beginAttempt(ctx: Context, account: string): Promise<Attempt> {
  let waited = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const admission = await inTransaction(ctx, (ctx) => admit(ctx, account));
    if (admission.kind === "admitted") return admission.attempt;
    if (admission.kind === "refused") throw tooMany(admission.retryAfterSeconds);
    if (waited > IN_FLIGHT_MS) throw tooMany(1);
    await delay(wait);
    waited += wait;
  }
}

export interface Verdict {
  readonly result: "succeeded" | "failed";
  readonly reason:
    | "signed_in"
    | "password_changed"
    | "wrong_password"
    | "unknown_account"
    | "inactive_account";
  readonly userId: string | null;
}

/** Once: a judged attempt is never changed again. */
export async function judgeAttempt(ctx: Context, { id }: Attempt, verdict: Verdict): Promise<void> {
  await ctx.db
    .update(loginAttempts)
    .set(verdict)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        eq(loginAttempts.id, id),
        eq(loginAttempts.reason, UNFINISHED),
      ),
    );
}

/** A way in without a password, such as a mailed link. It clears the account's failures as well. */
export async function recordSignIn(
  ctx: Context,
  account: string,
  userId: string,
  reason: string,
): Promise<void> {
  await insert(ctx, account, { userId, result: "succeeded", reason });
}

async function admit(ctx: Context, account: string): Promise<Admission> {
  const client = clientOf(ctx.request.ip);
  const turn = `login:${ctx.store.id}`;
  await takeTurns(ctx.db, [`${turn}:client:${client}`, `${turn}:account:${account}`]);
  const limits = [
    standing(ctx, await failuresOfClient(ctx, client), CLIENT_LIMIT),
    standing(ctx, await failuresOfAccount(ctx, account), ACCOUNT_LIMIT),
  ];
  const allFreeAt = Math.max(...limits.map(({ freeAt }) => freeAt));
  const now = ctx.now().getTime();
  if (allFreeAt > now) {
    await insert(ctx, account, { result: "failed", reason: REFUSED });
    return { kind: "refused", retryAfterSeconds: Math.ceil((allFreeAt - now) / 1000) };
  }
  if (limits.some(({ crowded }) => crowded)) return { kind: "crowded" };
  const id = await insert(ctx, account, { result: "failed", reason: UNFINISHED });
  return { kind: "admitted", attempt: { id } };
}

interface Failure {
  readonly reason: string;
  readonly createdAt: Date;
}

interface Standing {
  /** When, in epoch milliseconds, the judged failures allow another try; past when they do now. */
  readonly freeAt: number;
  /** Failures and unfinished tries together reach the limit. */
  readonly crowded: boolean;
}

/** `failures` from the oldest on. */
function standing(ctx: Context, failures: readonly Failure[], limit: number): Standing {
  const now = ctx.now().getTime();
  const judged = failures.filter(
    ({ reason, createdAt }) => reason !== UNFINISHED || createdAt.getTime() <= now - IN_FLIGHT_MS,
  );
  const instants = judged.map(({ createdAt }) => createdAt);
  return {
    freeAt: freeAt(instants, { times: limit, withinMs: WINDOW_MS }),
    crowded: failures.length >= limit,
  };
}

const windowStart = (ctx: Context): Date => new Date(ctx.now().getTime() - WINDOW_MS);

const failuresSince = (ctx: Context, since: Date) =>
  and(
    eq(loginAttempts.storeId, ctx.store.id),
    eq(loginAttempts.result, "failed"),
    // Refusals do not prolong themselves.
    ne(loginAttempts.reason, REFUSED),
    gt(loginAttempts.createdAt, since),
  );

function failuresOfClient(ctx: Context, client: string): Promise<Failure[]> {
  return failures(ctx, eq(loginAttempts.client, client), windowStart(ctx));
}

/** Only what came after the account's last success counts; a client's failures are never cleared. */
async function failuresOfAccount(ctx: Context, account: string): Promise<Failure[]> {
  const start = windowStart(ctx);
  const [success] = await ctx.db
    .select({ createdAt: loginAttempts.createdAt })
    .from(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        eq(loginAttempts.account, account),
        eq(loginAttempts.result, "succeeded"),
        gt(loginAttempts.createdAt, start),
      ),
    )
    .orderBy(desc(loginAttempts.createdAt))
    .limit(1);
  return failures(ctx, eq(loginAttempts.account, account), success?.createdAt ?? start);
}

async function failures(
  ctx: Context,
  whose: ReturnType<typeof eq>,
  since: Date,
): Promise<Failure[]> {
  return await ctx.db
    .select({ reason: loginAttempts.reason, createdAt: loginAttempts.createdAt })
    .from(loginAttempts)
    .where(and(failuresSince(ctx, since), whose))
    .orderBy(asc(loginAttempts.createdAt), asc(loginAttempts.id));
}

type Outcome = Pick<typeof loginAttempts.$inferInsert, "result" | "reason" | "userId">;

async function insert(ctx: Context, account: string, outcome: Outcome): Promise<string> {
  const id = uuid7();
  await ctx.db.insert(loginAttempts).values({
    id,
    storeId: ctx.store.id,
    account,
    ip: ctx.request.ip,
    client: clientOf(ctx.request.ip),
    userAgent: ctx.request.userAgent.slice(0, MAX_USER_AGENT),
    createdAt: ctx.now(),
    ...outcome,
  });
  return id;
}

const MAX_USER_AGENT = 300;

const tooMany = (retryAfterSeconds: number): DomainError =>
  new DomainError(
    "rate_limited",
    "too_many_failed_logins",
    "Too many failed login attempts. Please try again later.",
    { retryAfterSeconds },
  );
