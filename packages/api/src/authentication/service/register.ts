/** Opening an account. An address that has one already is answered exactly like one that has none. */
import { setTimeout as delay } from "node:timers/promises";
import { events, type PendingRegistration } from "@souk/db/schema";
import { and, count, eq, gt } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError, type FieldErrors } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { spend, takeTurns } from "../../kernel/limits.ts";
import {
  addUser,
  canonicalUsername,
  findByEmail,
  holdPassword,
  lockUser,
  PHONE_INVALID,
  phoneInE164,
  recordConsent,
  registerAgain,
  reserveUsername,
  type UserRow,
  usernameIsTaken,
} from "../../users/service/index.ts";
import type { RegisterInput, Registration } from "../contract.ts";
import { hashPassword } from "../credentials/passwords.ts";
import { registrationRepeated, userRegistered } from "../events.ts";
import { turnOfEmail } from "./email-changes.ts";
import { passwordProblem } from "./password-rules.ts";
import { issueIfNeeded, issueVerification } from "./verifications.ts";

/** Mails a day that tell an owner of others who register with their address. */
const REPEATED_LIMIT = 3;
const DAY_MS = 86_400_000;

/** Longer than the work for any address, so that the time of an answer tells nothing. */
const OPEN_MS = 50;

/** By client, whatever the address that is registered. */
const REGISTRATIONS = { action: "register", times: 60, withinMs: 3_600_000 };

export async function register(ctx: Context, input: RegisterInput): Promise<Registration> {
  await spend(ctx, REGISTRATIONS);
  const phone = input.phone === undefined ? null : phoneInE164(input.phone);
  await refuseBadFields(ctx, input, phone);
  const passwordHash = await hashPassword(input.password);
  const { email, username, first_name, last_name } = input;
  const names = { username, firstName: first_name, lastName: last_name };
  await Promise.all([
    delay(OPEN_MS),
    inTransaction(ctx, (ctx) => openAccount(ctx, input, { ...names, phone, passwordHash })),
  ]);
  return {
    message: "Registration successful. Please check your email to verify your account.",
    user: { email, username, first_name, last_name, phone },
  };
}

/** All that is wrong at once, so that a form can show it at once. */
async function refuseBadFields(
  ctx: Context,
  input: RegisterInput,
  phone: string | null,
): Promise<void> {
  const fields: Record<string, string[]> = {};
  if (await usernameIsTaken(ctx, input.username)) fields["username"] = [USERNAME_TAKEN];
  if (input.phone !== undefined && phone === null) fields["phone"] = [PHONE_INVALID];
  const { email, username, first_name, last_name } = input;
  const owner = { email, username, names: [first_name, last_name], storeName: ctx.store.name };
  const problem = passwordProblem(input.password, owner, ctx.ports.passwordMinLength);
  if (problem !== null) fields["password"] = [problem];
  if (Object.keys(fields).length > 0) throw refused(fields);
}

const refused = (fields: FieldErrors): DomainError =>
  new DomainError("invalid", "registration_refused", "Invalid input.", { fields });

const USERNAME_TAKEN = "A user with that username already exists.";

async function openAccount(
  ctx: Context,
  input: RegisterInput,
  registration: PendingRegistration,
): Promise<void> {
  const { email, username } = input;
  await takeTurns(ctx.db, [turnOfEmail(ctx, email), turnOfUsername(ctx, username)]);
  if (await usernameIsTaken(ctx, username)) throw refused({ username: [USERNAME_TAKEN] });
  await reserveUsername(ctx, { username, email });
  const known = await findByEmail(ctx, email);
  if (known !== null) return registerKnown(ctx, known.id, registration);
  const user = await addUser(ctx, { ...registration, email });
  await publish(ctx, userRegistered(user.id, await issueVerification(ctx, user)));
  await recordRegistration(ctx, user);
  if (input.marketing_consent) await recordConsent(ctx, user.id, { ...MARKETING, granted: true });
}

const MARKETING = { purpose: "marketing_email", source: "registration" } as const;

const turnOfUsername = (ctx: Context, username: string): string =>
  `username:${ctx.store.id}:${canonicalUsername(username)}`;

/** The owner hears of it instead of the caller. What nobody verified is registered anew. */
async function registerKnown(
  ctx: Context,
  userId: string,
  registration: PendingRegistration,
): Promise<void> {
  const owner = await lockUser(ctx, userId);
  if (owner === null) return;
  const proved = owner.emailVerifiedAt !== null || !owner.isActive;
  const user = proved ? owner : await registerAgain(ctx, userId, registration);
  if (proved) {
    await holdPassword(ctx, registration);
  } else {
    await recordRegistration(ctx, user);
    // Whoever said yes before may have been a stranger.
    await recordConsent(ctx, userId, { ...MARKETING, granted: false });
  }
  if ((await repeatedLately(ctx, userId)) >= REPEATED_LIMIT) return;
  const verificationId = await issueIfNeeded(ctx, user);
  if (proved || verificationId !== null) {
    await publish(ctx, registrationRepeated(userId, verificationId));
  }
}

const recordRegistration = (ctx: Context, { id, email }: UserRow): Promise<void> =>
  record(ctx, { action: "user.registered", subject: { type: "user", id }, personal: { email } });

async function repeatedLately(ctx: Context, userId: string): Promise<number> {
  const [told] = await ctx.db
    .select({ count: count() })
    .from(events)
    .where(
      and(
        eq(events.storeId, ctx.store.id),
        eq(events.subjectId, userId),
        eq(events.type, "registration.repeated"),
        gt(events.occurredAt, new Date(ctx.now().getTime() - DAY_MS)),
      ),
    );
  return Number(told?.count);
}
