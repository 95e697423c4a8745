/** Signing in with a passkey alone: having it and unlocking it are two factors in one. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { DomainError, invalidField } from "../../../kernel/errors.ts";
import { spend } from "../../../kernel/limits.ts";
import { findById, lockUser, type UserRow } from "../../../users/service/index.ts";
import type { BrowserSession, SignedIn } from "../../contract.ts";
import { findChallenge, openChallenge, spendChallenge } from "../../credentials/challenges.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "../../service/attempts.ts";
import { NOBODY } from "../../service/failures.ts";
import {
  cookieOf,
  type Device,
  type Holding,
  openDevice,
  tokensOf,
} from "../../service/sign-in.ts";
import type { PasskeySignInInput, PasskeySignInStart } from "../contract.ts";
import { CEREMONY_MINUTES, requestFor, type Use, useIn } from "./ceremonies.ts";
import { findByCredential, noteUse, type PasskeyRow } from "./rows.ts";

const STARTS = { action: "passkey_sign_in", times: 60, withinMs: 15 * 60_000 };

/** Names nobody, so nobody learns from it who has a passkey. */
export async function startSignIn(ctx: Context): Promise<PasskeySignInStart> {
  await spend(ctx, STARTS);
  const options = await requestFor(ctx, null);
  const challenge = await openChallenge(ctx, {
    purpose: "passkey_sign_in",
    userId: null,
    webauthnChallenge: options.challenge,
    minutes: CEREMONY_MINUTES,
  });
  return { challenge, options };
}

export async function signIn(ctx: Context, input: PasskeySignInInput): Promise<SignedIn> {
  return tokensOf(ctx, await byPasskey(ctx, input, "tokens"));
}

export async function startSession(
  ctx: Context,
  input: PasskeySignInInput,
): Promise<BrowserSession> {
  return cookieOf(ctx, await byPasskey(ctx, input, "cookie"));
}

/** Each try counts like a try at the password; one with an unknown passkey, for the client alone. */
async function byPasskey(
  ctx: Context,
  { challenge: secret, passkey: answer }: PasskeySignInInput,
  holding: Holding,
): Promise<Device> {
  const challenge = await findChallenge(ctx, "passkey_sign_in", secret);
  const webauthnChallenge = challenge?.webauthnChallenge ?? null;
  if (challenge === null || webauthnChallenge === null) throw refusals.challenge_expired();
  const known = await findByCredential(ctx, answer.id);
  const owner = known === null ? null : await findById(ctx, known.userId);
  const attempt = await beginAttempt(ctx, owner?.emailCanonical ?? NOBODY);
  const given = { webauthnChallenge, answer, userId: null };
  const use = known === null ? null : await useIn(ctx, known, given);
  const trial = { attempt, known, owner, use, challengeId: challenge.id };
  // Refused outside, since the verdict must stay.
  const device = await inTransaction(ctx, (ctx) => judge(ctx, trial, holding));
  if (typeof device === "string") throw refusals[device]();
  return device;
}

interface Trial {
  readonly attempt: Attempt;
  readonly known: PasskeyRow | null;
  readonly owner: UserRow | null;
  /** Null: the answer was wrong. */
  readonly use: Use | null;
  readonly challengeId: string;
}

async function judge(
  ctx: Context,
  { attempt, known, owner, use, challengeId }: Trial,
  holding: Holding,
): Promise<Device | Refusal> {
  const user = owner === null ? null : await lockUser(ctx, owner.id);
  const right =
    known !== null && user !== null && use !== null && (await noteUse(ctx, known.id, use));
  const userId = user?.id ?? null;
  if (!right) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: "wrong_passkey", userId });
    return "wrong_passkey";
  }
  if (!user.isActive || user.emailVerifiedAt === null) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: "inactive_account", userId });
    return "account_inactive";
  }
  // The user is locked: of those who give one answer at once, only the first finds it unused.
  if (!(await spendChallenge(ctx, challengeId))) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: "wrong_passkey", userId });
    return "challenge_expired";
  }
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason: "signed_in", userId });
  return openDevice(ctx, user, holding);
}

type Refusal = keyof typeof refusals;

const refused = (reason: string, message: string): DomainError =>
  new DomainError("invalid", reason, message, { fields: { non_field_errors: [message] } });

const refusals = {
  wrong_passkey: () =>
    invalidField("passkey", "wrong_passkey", "No account here can be opened with this passkey."),
  account_inactive: () => refused("account_inactive", "User account is not active"),
  challenge_expired: () =>
    invalidField("challenge", "challenge_expired", "This has waited too long. Start again."),
} as const;
