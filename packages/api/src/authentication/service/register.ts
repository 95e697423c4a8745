/** Opening an account. An address that has one already is answered exactly like one that has none. */
import { isUniqueViolation } from "@souk/db";
import { events } from "@souk/db/schema";
import { and, count, eq, gt } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError, type FieldErrors } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { spend } from "../../kernel/limits.ts";
import {
  addUser,
  findByEmail,
  lockUser,
  PHONE_INVALID,
  phoneInE164,
  usernameIsTaken,
} from "../../users/service/index.ts";
import type { RegisterInput, Registration } from "../contract.ts";
import { hashPassword } from "../credentials/passwords.ts";
import { registrationRepeated, userRegistered } from "../events.ts";
import { passwordProblem } from "./password-rules.ts";
import { issueIfNeeded, issueVerification } from "./verifications.ts";

/** Mails a day that tell an owner of others who register with their address. */
const REPEATED_LIMIT = 3;
const DAY_MS = 86_400_000;

/** By client, whatever the address that is registered. */
const REGISTRATIONS = { action: "register", times: 60, withinMs: 3_600_000 };

export async function register(ctx: Context, input: RegisterInput): Promise<Registration> {
  await spend(ctx, REGISTRATIONS);
  const phone = input.phone === undefined ? null : phoneInE164(input.phone);
  await refuseBadFields(ctx, input, phone);
  const passwordHash = await hashPassword(input.password);
  await inTransactionOnceMore(ctx, (ctx) => openAccount(ctx, input, { phone, passwordHash }));
  const { email, username, first_name, last_name } = input;
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
  const problem = passwordProblem(input.password, {
    email: input.email,
    username: input.username,
    storeName: ctx.store.name,
  });
  if (problem !== null) fields["password"] = [problem];
  if (Object.keys(fields).length > 0) throw refused(fields);
}

const refused = (fields: FieldErrors): DomainError =>
  new DomainError("invalid", "registration_refused", "Invalid input.", { fields });

const USERNAME_TAKEN = "A user with that username already exists.";

interface Prepared {
  readonly phone: string | null;
  readonly passwordHash: string;
}

async function openAccount(ctx: Context, input: RegisterInput, prepared: Prepared): Promise<void> {
  if (await usernameIsTaken(ctx, input.username)) throw refused({ username: [USERNAME_TAKEN] });
  const known = await findByEmail(ctx, input.email);
  if (known !== null) return tellOwner(ctx, known.id);
  const user = await addUser(ctx, {
    email: input.email,
    username: input.username,
    firstName: input.first_name,
    lastName: input.last_name,
    ...prepared,
  });
  await publish(ctx, userRegistered(user.id, await issueVerification(ctx, user)));
}

/** Instead of the caller. An owner who never verified gets another link. */
async function tellOwner(ctx: Context, userId: string): Promise<void> {
  const owner = await lockUser(ctx, userId);
  if (owner === null || (await repeatedLately(ctx, userId)) >= REPEATED_LIMIT) return;
  await publish(ctx, registrationRepeated(userId, await issueIfNeeded(ctx, owner)));
}

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

/** Who loses a race for an address or a name finds, the second time, that it is taken. */
async function inTransactionOnceMore(
  ctx: Context,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  try {
    await inTransaction(ctx, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await inTransaction(ctx, work);
  }
}
