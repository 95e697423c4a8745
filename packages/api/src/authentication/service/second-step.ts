/** The second half of a sign-in: a factor beside the password that was right a moment ago. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { findById, lockUser } from "../../users/service/index.ts";
import type { BrowserSession, SignedIn } from "../contract.ts";
import { findChallenge, spendChallenge } from "../credentials/challenges.ts";
import type { SecondFactorProof, SecondStepInput } from "../second-factor/contract.ts";
import { judgeProof, type Spend, wrongProof } from "../second-factor/service/proof.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "./attempts.ts";
import { cookieOf, type Device, type Holding, openDevice, tokensOf } from "./sign-in.ts";

export async function loginSecondStep(ctx: Context, input: SecondStepInput): Promise<SignedIn> {
  return tokensOf(ctx, await bySecondFactor(ctx, input, "tokens"));
}

export async function sessionSecondStep(
  ctx: Context,
  input: SecondStepInput,
): Promise<BrowserSession> {
  return cookieOf(ctx, await bySecondFactor(ctx, input, "cookie"));
}

/** Each try counts like a try at the password, for account and client. */
async function bySecondFactor(
  ctx: Context,
  { challenge: secret, ...given }: SecondStepInput,
  holding: Holding,
): Promise<Device> {
  const challenge = await findChallenge(ctx, "second_factor", secret);
  const known = challenge?.userId ? await findById(ctx, challenge.userId) : null;
  if (challenge === null || known === null) throw expired();
  const attempt = await beginAttempt(ctx, known.emailCanonical);
  const spend = await judgeProof(ctx, known.id, given, challenge.webauthnChallenge);
  const trial = { attempt, secret, userId: known.id, spend };
  // Refused outside, since the verdict must stay.
  const device = await inTransaction(ctx, (ctx) => letIn(ctx, trial, holding));
  if (typeof device === "string") throw refusedWith(device, given);
  return device;
}

interface Trial {
  readonly attempt: Attempt;
  /** Names the challenge. */
  readonly secret: string;
  readonly userId: string;
  readonly spend: Spend;
}

type Refusal = "wrong_code" | "second_step_expired" | "inactive_account";

async function letIn(ctx: Context, trial: Trial, holding: Holding): Promise<Device | Refusal> {
  const { attempt, userId } = trial;
  const user = await lockUser(ctx, userId);
  const refusal = user?.isActive ? await answer(ctx, trial) : "inactive_account";
  if (user === null || refusal !== null) {
    const reason = refusal ?? "inactive_account";
    await judgeAttempt(ctx, attempt, { result: "failed", reason, userId });
    return reason;
  }
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason: "signed_in", userId });
  return openDevice(ctx, user, holding);
}

/** The user is locked: of those who answer one challenge at once, only the first finds it open. */
async function answer(ctx: Context, { secret, spend }: Trial): Promise<Refusal | null> {
  const challenge = await findChallenge(ctx, "second_factor", secret);
  if (challenge === null) return "second_step_expired";
  // A wrong code leaves the challenge as it was, for another try.
  if (!(await spend(ctx))) return "wrong_code";
  if (!(await spendChallenge(ctx, challenge.id))) throw expired();
  return null;
}

const refused = (reason: string, message: string): DomainError =>
  new DomainError("invalid", reason, message, { fields: { non_field_errors: [message] } });

const expired = (): DomainError =>
  refused("second_step_expired", "This sign-in has waited too long. Sign in again.");

function refusedWith(reason: Refusal, given: SecondFactorProof): DomainError {
  if (reason === "wrong_code") return wrongProof(given);
  return reason === "inactive_account"
    ? refused("account_inactive", "User account is not active")
    : expired();
}
