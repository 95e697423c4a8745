/** Signing in by password. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { canonicalEmail, findByEmail, lockUser, type UserRow } from "../../users/service/index.ts";
import type { BrowserSession, LoginInput, SignedIn } from "../contract.ts";
import { verifyPassword } from "../credentials/passwords.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "./attempts.ts";
import { cookieOf, type Device, type Holding, openDevice, tokensOf } from "./sign-in.ts";

export async function login(ctx: Context, input: LoginInput): Promise<SignedIn> {
  return tokensOf(ctx, await byPassword(ctx, input, "tokens"));
}

export async function startBrowserSession(
  ctx: Context,
  input: LoginInput,
): Promise<BrowserSession> {
  return cookieOf(ctx, await byPassword(ctx, input, "cookie"));
}

/** An unknown address is limited, hashed for, judged and answered like a known one. */
async function byPassword(ctx: Context, input: LoginInput, holding: Holding): Promise<Device> {
  const attempt = await beginAttempt(ctx, canonicalEmail(input.email));
  const known = await findByEmail(ctx, input.email);
  const right = await verifyPassword(known?.passwordHash ?? null, input.password);
  const device = await inTransaction(ctx, (ctx) =>
    right && known !== null ? letIn(ctx, attempt, known, holding) : turnAway(ctx, attempt, known),
  );
  if (typeof device === "string") throw refusals[device]();
  return device;
}

type Refusal = keyof typeof refusals;

async function turnAway(ctx: Context, attempt: Attempt, known: UserRow | null): Promise<Refusal> {
  const reason = known === null ? "unknown_account" : "wrong_password";
  await judgeAttempt(ctx, attempt, { result: "failed", reason, userId: known?.id ?? null });
  return "invalid_credentials";
}

async function letIn(
  ctx: Context,
  attempt: Attempt,
  known: UserRow,
  holding: Holding,
): Promise<Device | Refusal> {
  const user = await lockUser(ctx, known.id);
  // The password was changed while it was being checked.
  if (user?.passwordHash !== known.passwordHash) return turnAway(ctx, attempt, known);
  const userId = user.id;
  if (!user.isActive || user.emailVerifiedAt === null) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: "inactive_account", userId });
    return "account_inactive";
  }
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason: "signed_in", userId });
  return openDevice(ctx, user, holding);
}

const refusal = (reason: string, message: string) => (): DomainError =>
  new DomainError("invalid", reason, message, { fields: { non_field_errors: [message] } });

const refusals = {
  invalid_credentials: refusal("invalid_credentials", "Invalid email or password"),
  account_inactive: refusal("account_inactive", "User account is not active"),
} as const;
