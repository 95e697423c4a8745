/** What every new password of an account must pass, and what its arrival makes void. */
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { setPasswordHash, type UserRow } from "../../users/service/index.ts";
import { voidSecondSteps } from "../credentials/challenges.ts";
import { voidEmailChanges } from "./email-changes.ts";
import { voidPasswordResets } from "./password-resets.ts";
import { passwordProblem } from "./password-rules.ts";
import { voidVerifications } from "./verifications.ts";

/** The rules of registration. */
export function refuseWeakPassword(ctx: Context, user: UserRow, password: string): void {
  const { email, username, firstName, lastName } = user;
  const owner = { email, username, names: [firstName, lastName], storeName: ctx.store.name };
  const problem = passwordProblem(password, owner, ctx.ports.passwordMinLength);
  if (problem !== null) throw invalidField("new_password", "password_refused", problem);
}

/** The caller has locked the user. Nothing that was begun or mailed before opens the account any more. */
export async function replacePassword(
  ctx: Context,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await setPasswordHash(ctx, userId, passwordHash);
  await voidPasswordResets(ctx, userId);
  await voidVerifications(ctx, userId);
  await voidEmailChanges(ctx, userId);
  await voidSecondSteps(ctx, userId);
}
