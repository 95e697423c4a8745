/** Proving an address by the link in a mail, which signs in, and asking for another link. */
import { setTimeout as delay } from "node:timers/promises";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { spend } from "../../kernel/limits.ts";
import {
  confirmRegistration,
  findByEmail,
  holdPassword,
  lockUser,
  type UserRow,
} from "../../users/service/index.ts";
import type {
  BrowserSession,
  ResendVerificationInput,
  SignedIn,
  VerifyEmailInput,
} from "../contract.ts";
import { userVerified, verificationRequested } from "../events.ts";
import { recordSignIn } from "./attempts.ts";
import { cookieOf, type Device, type Holding, openDevice, tokensOf } from "./sign-in.ts";
import {
  findVerification,
  issueIfNeeded,
  spendVerification,
  type VerificationRow,
  voidVerifications,
} from "./verifications.ts";

const HOUR_MS = 3_600_000;

/** Longer than the work for a known address, so that the time of an answer tells nothing. */
const RESEND_MS = 100;

export async function verifyEmail(ctx: Context, input: VerifyEmailInput): Promise<SignedIn> {
  return tokensOf(ctx, await byLink(ctx, input.token, "tokens"));
}

export async function verifyEmailInBrowser(
  ctx: Context,
  input: VerifyEmailInput,
): Promise<BrowserSession> {
  return cookieOf(ctx, await byLink(ctx, input.token, "cookie"));
}

async function byLink(ctx: Context, token: string, holding: Holding): Promise<Device> {
  await spend(ctx, LINKS);
  return inTransaction(ctx, async (ctx) => {
    const link = await findVerification(ctx, token);
    const user = link === null ? null : await lockUser(ctx, link.userId);
    if (link === null || user === null || !provesFor(link, user)) throw invalidLink();
    const { registration } = link;
    if (registration === null || !(await spendVerification(ctx, link.id))) throw invalidLink();
    // Who registered last, and is not the owner, learns nothing of this from signing in.
    const { username, passwordHash } = user;
    const isLast = passwordHash === registration.passwordHash;
    if (!isLast) await holdPassword(ctx, { username, passwordHash });
    // Whatever others registered with this address: its owner chose this one.
    const verified = await confirmRegistration(ctx, user.id, registration);
    await voidVerifications(ctx, user.id);
    await publish(ctx, userVerified(user.id));
    const subject = { type: "user", id: user.id };
    await record(ctx, { action: "email.verified", subject, userId: user.id });
    await recordSignIn(ctx, user.emailCanonical, user.id, "email_verified");
    return openDevice(ctx, verified, holding);
  });
}

const provesFor = (link: VerificationRow, user: UserRow): boolean =>
  user.isActive && user.emailVerifiedAt === null && user.emailCanonical === link.email;

/** By client, whatever the token. */
const LINKS = { action: "verify_email", times: 30, withinMs: HOUR_MS };
/** By client, whatever the address that is asked for. */
const RESENDS = { action: "resend_verification", times: 30, withinMs: HOUR_MS };

/** Answers alike for unknown, unverified and verified addresses. */
export async function resendVerification(
  ctx: Context,
  input: ResendVerificationInput,
): Promise<{ message: string }> {
  await spend(ctx, RESENDS);
  await Promise.all([delay(RESEND_MS), inTransaction(ctx, (ctx) => send(ctx, input.email))]);
  return {
    message: "If that address belongs to an account that is not verified, an email is on its way.",
  };
}

async function send(ctx: Context, email: string): Promise<void> {
  const known = await findByEmail(ctx, email);
  const user = known === null ? null : await lockUser(ctx, known.id);
  const verificationId = user === null ? null : await issueIfNeeded(ctx, user);
  if (user === null || verificationId === null) return;
  await publish(
    ctx,
    verificationRequested(user.id, { verificationId, registeredAt: user.createdAt }),
  );
}

function invalidLink(): DomainError {
  const message = "Invalid or expired verification token.";
  return new DomainError("invalid", "verification_token_invalid", message, {
    fields: { non_field_errors: [message] },
  });
}
