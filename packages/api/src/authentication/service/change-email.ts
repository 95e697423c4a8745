/** Moving an account to another address, which its owner confirms from there while signed in. */
import { setTimeout as delay } from "node:timers/promises";
import { isUniqueViolation } from "@souk/db";
import { events } from "@souk/db/schema";
import { and, count, eq, gt } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { spend, takeTurns } from "../../kernel/limits.ts";
import {
  canonicalEmail,
  findByEmail,
  findById,
  lockUser,
  moveEmail,
  type UserRow,
} from "../../users/service/index.ts";
import type { ChangeEmailInput, ConfirmEmailChangeInput } from "../contract.ts";
import { endSessionsOf } from "../credentials/sessions.ts";
import {
  emailChangeAnnounced,
  emailChanged,
  emailChangeRefused,
  emailChangeRequested,
} from "../events.ts";
import {
  findEmailChange,
  issueEmailChange,
  spendEmailChange,
  turnOfEmail,
  voidEmailChanges,
} from "./email-changes.ts";
import { voidPasswordResets } from "./password-resets.ts";
import { voidVerifications } from "./verifications.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** By client, whatever the address. */
const REQUESTS = { action: "change_email", times: 30, withinMs: HOUR_MS };
const CONFIRMATIONS = { action: "confirm_email_change", times: 30, withinMs: HOUR_MS };
/** Mails a day that tell an owner of others who want their address. */
const REFUSED_LIMIT = 3;

/** Longer than the work for any address, so that the time of an answer tells nothing. */
const CHANGE_MS = 100;

/** Answers alike for every address but the one of now. */
export async function changeEmail(
  ctx: Context<Customer>,
  input: ChangeEmailInput,
): Promise<{ message: string }> {
  await spend(ctx, REQUESTS);
  const user = await findById(ctx, ctx.actor.userId);
  if (user === null) throw notFound("user");
  if (canonicalEmail(input.email) === user.emailCanonical) {
    throw invalidField("email", "email_unchanged", "This is your address already.");
  }
  await Promise.all([delay(CHANGE_MS), inTransaction(ctx, (ctx) => ask(ctx, input.email))]);
  return { message: "If that address can be yours, an email with a link is on its way to it." };
}

/** For an address of somebody else all is the same but the mail to it. */
async function ask(ctx: Context<Customer>, email: string): Promise<void> {
  const user = await lockUser(ctx, ctx.actor.userId);
  if (user === null) return;
  const holder = await findByEmail(ctx, email);
  const changeId = await issueEmailChange(ctx, user, { email, open: holder === null });
  if (changeId === null) return;
  await publish(ctx, emailChangeAnnounced(user.id, changeId));
  if (holder === null) await publish(ctx, emailChangeRequested(user.id, changeId));
  else await tellHolder(ctx, holder);
  await record(ctx, {
    action: "email.change_requested",
    subject: { type: "user", id: user.id },
    personal: { from: user.email, to: email },
  });
}

async function tellHolder(ctx: Context, { id }: UserRow): Promise<void> {
  const [told] = await ctx.db
    .select({ count: count() })
    .from(events)
    .where(
      and(
        eq(events.storeId, ctx.store.id),
        eq(events.subjectId, id),
        eq(events.type, "email_change.refused"),
        gt(events.occurredAt, new Date(ctx.now().getTime() - DAY_MS)),
      ),
    );
  if (Number(told?.count) < REFUSED_LIMIT) await publish(ctx, emailChangeRefused(id));
}

/** Only for who asked: a link in the wrong mailbox gives nobody an account. */
export async function confirmEmailChange(
  ctx: Context<Customer>,
  input: ConfirmEmailChangeInput,
): Promise<{ message: string }> {
  await spend(ctx, CONFIRMATIONS);
  try {
    await inTransaction(ctx, (ctx) => confirm(ctx, input.token));
  } catch (error) {
    throw isUniqueViolation(error) ? invalidLink() : error;
  }
  return { message: "Your email address is changed. All other devices are signed out." };
}

async function confirm(ctx: Context<Customer>, token: string): Promise<void> {
  const { userId, sessionId } = ctx.actor;
  const found = await findEmailChange(ctx, userId, token);
  if (found === null) throw invalidLink();
  // Before the lock on the user, as those take it who register with this address.
  await takeTurns(ctx.db, [turnOfEmail(ctx, found.email)]);
  const user = await lockUser(ctx, userId);
  const theirs = user?.isActive === true && user.emailCanonical === found.fromEmailCanonical;
  if (!theirs || !(await spendEmailChange(ctx, found.id))) throw invalidLink();
  if ((await findByEmail(ctx, found.email)) !== null) throw invalidLink();
  await moveEmail(ctx, userId, found.email);
  await voidPasswordResets(ctx, userId);
  await voidVerifications(ctx, userId);
  await voidEmailChanges(ctx, userId);
  await endSessionsOf(ctx, userId, sessionId);
  await publish(ctx, emailChanged(userId, found.id, "old"));
  await publish(ctx, emailChanged(userId, found.id, "new"));
  await record(ctx, {
    action: "email.changed",
    subject: { type: "user", id: userId },
    personal: { from: user.email, to: found.email },
  });
}

function invalidLink(): DomainError {
  const message = "Invalid or expired confirmation token.";
  return new DomainError("invalid", "email_change_token_invalid", message, {
    fields: { non_field_errors: [message] },
  });
}
