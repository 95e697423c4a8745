/**
 * Login limits. Each try is written down as failed before its password is looked at, and judged once
 * afterwards, so tries that run at the same time, here or on another node, cannot pass the limits by.
 */
import { setTimeout as delay } from "node:timers/promises";
import { uuid7 } from "@souk/db";
import { loginAttempts } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { clientOf } from "../../kernel/client-address.ts";
import { type Context, inTransaction, type LimitStanding } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { takeTurns } from "../../kernel/limits.ts";
import {
  ACCOUNT_LIMIT,
  announced,
  CLIENT_LIMIT,
  failuresOfAccount,
  failuresOfClient,
  IN_FLIGHT_MS,
  REFUSED,
  standing,
  UNFINISHED,
  UNLOCKED,
} from "./failures.ts";
import { recordRefusal, recordVerdict } from "./sign-in-audit.ts";

const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 200;

export interface Attempt {
  readonly id: string;
  /** The canonical address that is tried. */
  readonly account: string;
}

type Admission = { readonly limits: readonly LimitStanding[] } & (
  | { readonly kind: "admitted"; readonly attempt: Attempt }
  | { readonly kind: "crowded" }
  | { readonly kind: "refused"; readonly retryAfterSeconds: number }
);

/**
 * Lets a try begin, or refuses it. While the limit is reached only by tries whose passwords are still
 * being checked it waits for their verdicts: those may all be right.
 */
export async function beginAttempt(ctx: Context, account: string): Promise<Attempt> {
  let waited = 0;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const admission = await inTransaction(ctx, (ctx) => admit(ctx, account));
    if (admission.kind !== "crowded") admission.limits.forEach(ctx.reportLimit);
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
    | "password_accepted"
    | "identity_confirmed"
    | "password_changed"
    | "wrong_password"
    | "wrong_code"
    | "wrong_passkey"
    | "second_step_expired"
    | "unknown_account"
    | "inactive_account";
  readonly userId: string | null;
}

/** Once: a judged attempt is never changed again. */
export async function judgeAttempt(
  ctx: Context,
  { id, account }: Attempt,
  verdict: Verdict,
): Promise<void> {
  const judged = await ctx.db
    .update(loginAttempts)
    .set(verdict)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        eq(loginAttempts.id, id),
        eq(loginAttempts.reason, UNFINISHED),
      ),
    )
    .returning({ id: loginAttempts.id });
  if (judged.length > 0) await recordVerdict(ctx, account, verdict);
}

/** A way in without a password, such as a mailed link. It clears the account's failures as well. */
export async function recordSignIn(
  ctx: Context,
  account: string,
  userId: string,
  reason: string,
): Promise<void> {
  await insert(ctx, account, { userId, result: "succeeded", reason });
  await recordVerdict(ctx, account, { userId, result: "succeeded", reason });
}

/** By staff, of whom the trail that its owner reads tells nothing. `key`: an account, or a client. */
export async function forgiveFailures(
  ctx: Context,
  kind: keyof typeof UNLOCKED,
  key: string,
): Promise<void> {
  await takeTurns(ctx.db, [turnOf(ctx, kind, key)]);
  const nobody = { userId: null, ip: "", userAgent: "", client: kind === "client" ? key : "" };
  const mark = { ...nobody, result: "succeeded", reason: UNLOCKED[kind] } as const;
  await insert(ctx, kind === "account" ? key : "", mark);
}

const turnOf = (ctx: Context, kind: keyof typeof UNLOCKED, key: string): string =>
  `login:${ctx.store.id}:${kind}:${key}`;

async function admit(ctx: Context, account: string): Promise<Admission> {
  const client = clientOf(ctx.request.ip);
  await takeTurns(ctx.db, [turnOf(ctx, "client", client), turnOf(ctx, "account", account)]);
  const ofClient = standing(ctx, await failuresOfClient(ctx, client), CLIENT_LIMIT);
  const ofAccount = standing(ctx, await failuresOfAccount(ctx, account), ACCOUNT_LIMIT);
  const allFreeAt = Math.max(ofClient.freeAt, ofAccount.freeAt);
  const now = ctx.now().getTime();
  const refused = allFreeAt > now;
  const more = refused ? 0 : 1;
  const limits = [
    announced(ctx, "login_client", ofClient, more),
    announced(ctx, "login_account", ofAccount, more),
  ];
  if (refused) {
    await insert(ctx, account, { result: "failed", reason: REFUSED });
    if (ofClient.freeAt > now) await recordRefusal(ctx, { limit: "client", key: client, account });
    if (ofAccount.freeAt > now)
      await recordRefusal(ctx, { limit: "account", key: account, account });
    return { kind: "refused", limits, retryAfterSeconds: Math.ceil((allFreeAt - now) / 1000) };
  }
  if (ofClient.crowded || ofAccount.crowded) return { kind: "crowded", limits };
  const id = await insert(ctx, account, { result: "failed", reason: UNFINISHED });
  return { kind: "admitted", limits, attempt: { id, account } };
}

type Row = typeof loginAttempts.$inferInsert;
type Outcome = Pick<Row, "result" | "reason"> & Partial<Row>;

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
