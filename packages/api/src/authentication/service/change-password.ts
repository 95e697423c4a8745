/** A new password for somebody who is signed in and knows the old one. */
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { type DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { refuseUnlessFresh } from "../../kernel/freshness.ts";
import { findById, lockUser, type UserRow } from "../../users/service/index.ts";
import type { ChangePasswordInput } from "../contract.ts";
import { hashPassword, verifyPassword } from "../credentials/passwords.ts";
import { endSessionsOf } from "../credentials/sessions.ts";
import { passwordChanged } from "../events.ts";
import { hasSecondFactor } from "../second-factor/service/factors.ts";
import { type Attempt, beginAttempt, judgeAttempt } from "./attempts.ts";
import { refuseWeakPassword, replacePassword } from "./new-password.ts";

/** A stolen session must not find out the password: wrong ones count like failed logins. */
export async function changePassword(
  ctx: Context<Customer>,
  input: ChangePasswordInput,
): Promise<{ message: string }> {
  const user = await findById(ctx, ctx.actor.userId);
  if (user === null) throw notFound("user");
  // It clears the account's failures: with it, guesses at a code would have no end.
  if (await hasSecondFactor(ctx, user.id)) refuseUnlessFresh(ctx, ctx.actor);
  refuseWeakPassword(ctx, user, input.new_password);
  refuseSame(input);
  const attempt = await beginAttempt(ctx, user.emailCanonical);
  for (let known: UserRow | null = user; ; known = await findById(ctx, user.id)) {
    const right = known !== null && (await verifyPassword(known.passwordHash, input.old_password));
    const passwordHash = right ? await hashPassword(input.new_password) : null;
    const checked = { from: known?.passwordHash ?? null, to: passwordHash };
    // The refusal is thrown outside, since its verdict must stay.
    const outcome = await inTransaction(ctx, (ctx) => change(ctx, attempt, checked));
    if (outcome === "wrong_password") throw wrongPassword();
    if (outcome === "done") return { message: MESSAGE };
  }
}

const MESSAGE = "Your password is changed. All other devices are signed out.";

const wrongPassword = (): DomainError =>
  invalidField("old_password", "wrong_password", "This is not your password.");

function refuseSame({ old_password, new_password }: ChangePasswordInput): void {
  // As passwords are compared when somebody signs in.
  if (old_password.normalize("NFKC") !== new_password.normalize("NFKC")) return;
  throw invalidField("new_password", "password_unchanged", "Choose another one than you have.");
}

/** What the old password was checked against, and the hash of the new one; null: it was wrong. */
interface Checked {
  readonly from: string | null;
  readonly to: string | null;
}

async function change(
  ctx: Context<Customer>,
  attempt: Attempt,
  { from, to }: Checked,
): Promise<"done" | "wrong_password" | "changed"> {
  const { userId, sessionId } = ctx.actor;
  const user = await lockUser(ctx, userId);
  if (user === null || to === null) {
    await judgeAttempt(ctx, attempt, { result: "failed", reason: "wrong_password", userId });
    return "wrong_password";
  }
  // While it was being checked; perhaps the same one was only hashed anew.
  if (user.passwordHash !== from) return "changed";
  await judgeAttempt(ctx, attempt, { result: "succeeded", reason: "password_changed", userId });
  await replacePassword(ctx, userId, to);
  await endSessionsOf(ctx, userId, sessionId);
  await publish(ctx, passwordChanged(userId));
  await record(ctx, { action: "password.changed", subject: { type: "user", id: userId } });
  return "done";
}
