/** Proving again who one is, for what a session alone must not do. */
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { type DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import { FRESH_MS } from "../../kernel/freshness.ts";
import { findById, lockUser, type UserRow } from "../../users/service/index.ts";
import type { ConfirmIdentityInput, FreshUntil } from "../contract.ts";
import { type ChallengeRow, findChallenge, spendChallenge } from "../credentials/challenges.ts";
import { verifyPassword } from "../credentials/passwords.ts";
import { noteAuthentication } from "../credentials/sessions.ts";
import { hasSecondFactor } from "../second-factor/service/factors.ts";
import { judgeProof, type Spend, wrongProof } from "../second-factor/service/proof.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "./attempts.ts";

/** A stolen session must not find out password or code: wrong ones count like failed logins. */
export async function confirmIdentity(
  ctx: Context<Customer>,
  input: ConfirmIdentityInput,
): Promise<FreshUntil> {
  const user = await findById(ctx, ctx.actor.userId);
  if (user === null) throw notFound("user");
  if (input.password !== undefined) await refuseHalf(ctx, user, input);
  const challenge = await challengeOf(ctx, input);
  const attempt = await beginAttempt(ctx, user.emailCanonical);
  for (let known = user; ; known = (await findById(ctx, user.id)) ?? known) {
    const proof =
      input.password === undefined
        ? await judgePasskey(ctx, known, input, challenge)
        : await judgePassword(ctx, known, input, input.password);
    // Refused outside, since the verdict must stay.
    const outcome = await inTransaction(ctx, (ctx) => confirm(ctx, attempt, known, proof));
    if (outcome === "wrong_password") throw wrongPassword();
    if (outcome === "wrong_code") throw wrongProof(input);
    if (outcome === "done") break;
  }
  return { fresh_until: new Date(ctx.now().getTime() + FRESH_MS).toISOString() };
}

/** What was given, judged: wrong, or good if it was not used before. */
type Proof = "wrong_password" | Spend;

async function judgePassword(
  ctx: Context,
  user: UserRow,
  input: ConfirmIdentityInput,
  password: string,
): Promise<Proof> {
  if (!(await verifyPassword(user.passwordHash, password))) return "wrong_password";
  if (!gaveCode(input)) return async () => true;
  return judgeProof(ctx, user.id, input, null);
}

/** Of those that anybody may ask for: the passkey says whose it is. */
async function challengeOf(
  ctx: Context,
  { challenge: secret }: ConfirmIdentityInput,
): Promise<ChallengeRow | null> {
  if (secret === undefined) return null;
  const challenge = await findChallenge(ctx, "passkey_sign_in", secret);
  if (challenge !== null) return challenge;
  throw invalidField("challenge", "challenge_expired", "This has waited too long. Start again.");
}

async function judgePasskey(
  ctx: Context,
  user: UserRow,
  { passkey }: ConfirmIdentityInput,
  challenge: ChallengeRow | null,
): Promise<Proof> {
  if (challenge === null || passkey === undefined) return async () => false;
  const spend = await judgeProof(ctx, user.id, { passkey }, challenge.webauthnChallenge);
  return async (ctx) => (await spend(ctx)) && (await spendChallenge(ctx, challenge.id));
}

async function confirm(
  ctx: Context<Customer>,
  attempt: Attempt,
  known: UserRow,
  proof: Proof,
): Promise<"done" | "wrong_password" | "wrong_code" | "changed"> {
  const { id: userId } = known;
  const user = await lockUser(ctx, userId);
  // While it was being checked; perhaps the same one was only hashed anew.
  if (user?.isActive && user.passwordHash !== known.passwordHash) return "changed";
  const refusal = await refusalOf(ctx, user?.isActive ? proof : "wrong_password");
  if (refusal !== null) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: refusal, userId });
    return refusal;
  }
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason: "identity_confirmed", userId });
  await noteAuthentication(ctx, ctx.actor.sessionId);
  await record(ctx, { action: "identity.confirmed", subject: { type: "user", id: userId } });
  return "done";
}

async function refusalOf(ctx: Context, proof: Proof) {
  if (proof === "wrong_password") return proof;
  return (await proof(ctx)) ? null : ("wrong_code" as const);
}

const gaveCode = ({ code, recovery_code }: ConfirmIdentityInput): boolean =>
  code !== undefined || recovery_code !== undefined;

/** Before anything is counted: where a second factor guards the account a password is half a proof. */
async function refuseHalf(ctx: Context, user: UserRow, input: ConfirmIdentityInput): Promise<void> {
  if (gaveCode(input) || !(await hasSecondFactor(ctx, user.id))) return;
  throw invalidField(
    "code",
    "second_factor_needed",
    "Enter a code as well, or confirm with a passkey.",
  );
}

const wrongPassword = (): DomainError =>
  invalidField("password", "wrong_password", "This is not your password.");
