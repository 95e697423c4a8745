/** A new password for somebody who forgot the old one, by a link to their mailbox. */
import { setTimeout as delay } from "node:timers/promises";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { spend } from "../../kernel/limits.ts";
import { confirmEmail, findByEmail, lockUser } from "../../users/service/index.ts";
import type { ForgotPasswordInput, ResetPasswordInput } from "../contract.ts";
import { hashPassword } from "../credentials/passwords.ts";
import { endSessionsOf } from "../credentials/sessions.ts";
import { passwordReset, passwordResetRequested, userVerified } from "../events.ts";
import { recordSignIn } from "./attempts.ts";
import { refuseWeakPassword, replacePassword } from "./new-password.ts";
import {
  findPasswordReset,
  issuePasswordReset,
  type PasswordResetRow,
  spendPasswordReset,
  stillTheirs,
} from "./password-resets.ts";

const HOUR_MS = 3_600_000;
/** By client, whatever the address that is asked for. */
const REQUESTS = { action: "forgot_password", times: 30, withinMs: HOUR_MS };
/** By client, whatever the token. */
const RESETS = { action: "reset_password", times: 30, withinMs: HOUR_MS };

/** Longer than the work for a known address, so that the time of an answer tells nothing. */
const FORGOT_MS = 100;

/** Answers alike for every address. */
export async function forgotPassword(
  ctx: Context,
  input: ForgotPasswordInput,
): Promise<{ message: string }> {
  await spend(ctx, REQUESTS);
  await Promise.all([delay(FORGOT_MS), inTransaction(ctx, (ctx) => send(ctx, input.email))]);
  return {
    message: "If that address belongs to an account, an email with a link is on its way.",
  };
}

async function send(ctx: Context, email: string): Promise<void> {
  const known = await findByEmail(ctx, email);
  const user = known === null ? null : await lockUser(ctx, known.id);
  const resetId = user === null ? null : await issuePasswordReset(ctx, user);
  if (user === null || resetId === null) return;
  await publish(ctx, passwordResetRequested(user.id, resetId));
  const subject = { type: "user", id: user.id };
  await record(ctx, { action: "password.reset_requested", subject });
}

/** It signs nobody in. A password that is refused leaves the link as it was. */
export async function resetPassword(
  ctx: Context,
  input: ResetPasswordInput,
): Promise<{ message: string }> {
  await spend(ctx, RESETS);
  const found = await findPasswordReset(ctx, input.token);
  if (found === null) throw invalidLink();
  refuseWeakPassword(ctx, found.user, input.new_password);
  const passwordHash = await hashPassword(input.new_password);
  await inTransaction(ctx, (ctx) => reset(ctx, found.reset, passwordHash));
  return { message: "Your password is changed. Sign in with the new one." };
}

async function reset(ctx: Context, link: PasswordResetRow, passwordHash: string): Promise<void> {
  const user = await lockUser(ctx, link.userId);
  const works = user !== null && stillTheirs(link, user);
  if (!works || !(await spendPasswordReset(ctx, link.id))) throw invalidLink();
  const subject = { type: "user", id: user.id };
  if (user.emailVerifiedAt === null) {
    // The link proved the mailbox.
    await confirmEmail(ctx, user.id);
    await publish(ctx, userVerified(user.id));
    await record(ctx, { action: "email.verified", subject, userId: user.id });
  }
  await replacePassword(ctx, user.id, passwordHash);
  await endSessionsOf(ctx, user.id);
  // Whoever locked the account by guessing does not lock its owner out.
  await recordSignIn(ctx, user.emailCanonical, user.id, "password_reset");
  await publish(ctx, passwordReset(user.id));
  await record(ctx, { action: "password.reset", subject, userId: user.id });
}

function invalidLink(): DomainError {
  const message = "Invalid or expired password reset token.";
  return new DomainError("invalid", "password_reset_token_invalid", message, {
    fields: { non_field_errors: [message] },
  });
}
