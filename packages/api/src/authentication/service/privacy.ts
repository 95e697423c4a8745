/** A person's sign-ins and what guards their account: handing it out without secrets, making it go. */
import {
  challenges,
  emailChanges,
  emailVerifications,
  loginAttempts,
  passkeys,
  passwordResets,
  recoveryCodes,
  sessions,
  totpFactors,
} from "@souk/db/schema";
import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { pseudonymOf } from "../../kernel/client-address.ts";
import type { Context } from "../../kernel/context.ts";
import {
  type PersonalRecord,
  type PersonalRecords,
  personalRecord,
} from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";
import { REFUSED, WINDOW_MS } from "./failures.ts";

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  return {
    sessions: await all(ctx, person, sessions, {
      ip: sessions.ip,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      authenticatedAt: sessions.authenticatedAt,
      expiresAt: sessions.expiresAt,
    }),
    sign_in_attempts: await attemptsOf(ctx, person),
    passkeys: await all(ctx, person, passkeys, {
      name: passkeys.name,
      isBackedUp: passkeys.isBackedUp,
      transports: passkeys.transports,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    }),
    second_factor: await all(ctx, person, totpFactors, {
      enabledSince: totpFactors.confirmedAt,
      createdAt: totpFactors.createdAt,
    }),
    recovery_codes: await all(ctx, person, recoveryCodes, {
      createdAt: recoveryCodes.createdAt,
      usedAt: recoveryCodes.usedAt,
    }),
    sign_ins_under_way: await all(ctx, person, challenges, {
      purpose: challenges.purpose,
      createdAt: challenges.createdAt,
      expiresAt: challenges.expiresAt,
      usedAt: challenges.usedAt,
    }),
    email_changes: await all(ctx, person, emailChanges, {
      email: emailChanges.email,
      fromEmail: emailChanges.fromEmailCanonical,
      requestIp: emailChanges.requestIp,
      createdAt: emailChanges.createdAt,
      expiresAt: emailChanges.expiresAt,
      usedAt: emailChanges.usedAt,
    }),
    email_verifications: (
      await all(ctx, person, emailVerifications, {
        email: emailVerifications.email,
        registration: emailVerifications.registration,
        createdAt: emailVerifications.createdAt,
        expiresAt: emailVerifications.expiresAt,
        usedAt: emailVerifications.usedAt,
      })
    ).map(withoutPassword),
    password_resets: await all(ctx, person, passwordResets, {
      email: passwordResets.email,
      requestIp: passwordResets.requestIp,
      useIp: passwordResets.useIp,
      createdAt: passwordResets.createdAt,
      expiresAt: passwordResets.expiresAt,
      usedAt: passwordResets.usedAt,
    }),
  };
}

type OwnedTable = PgTable & {
  readonly storeId: PgColumn;
  readonly userId: PgColumn;
  readonly createdAt: PgColumn;
};

async function all(
  ctx: Context,
  { userId }: Person,
  table: OwnedTable,
  columns: Record<string, PgColumn>,
): Promise<PersonalRecord[]> {
  const rows = await ctx.db
    .select(columns)
    .from(table)
    .where(and(eq(table.storeId, ctx.store.id), eq(table.userId, userId)))
    .orderBy(asc(table.createdAt));
  return rows.map(personalRecord);
}

function withoutPassword(record: PersonalRecord): PersonalRecord {
  const { registration } = record;
  if (registration === null || typeof registration !== "object") return record;
  const { passwordHash: _hash, ...rest } = registration as Record<string, unknown>;
  return { ...record, registration: personalRecord(rest) };
}

async function attemptsOf(ctx: Context, person: Person): Promise<PersonalRecord[]> {
  const rows = await ctx.db
    .select({
      account: loginAttempts.account,
      ip: loginAttempts.ip,
      userAgent: loginAttempts.userAgent,
      result: loginAttempts.result,
      reason: loginAttempts.reason,
      createdAt: loginAttempts.createdAt,
    })
    .from(loginAttempts)
    // The address may have been another person's before.
    .where(and(attemptsAt(ctx, person), gte(loginAttempts.createdAt, person.since)))
    .orderBy(asc(loginAttempts.id));
  return rows.map(personalRecord);
}

/** Tries that were turned away before anybody looked up the account know its address only. */
const attemptsAt = (ctx: Context, { userId, addresses }: Person) =>
  and(
    eq(loginAttempts.storeId, ctx.store.id),
    or(
      eq(loginAttempts.userId, userId),
      and(isNull(loginAttempts.userId), inArray(loginAttempts.account, [...addresses])),
    ),
  );

/** Addresses that an account moved away from. */
export async function leftAddresses(ctx: Context, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ address: emailChanges.fromEmailCanonical })
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.storeId, ctx.store.id),
        eq(emailChanges.userId, userId),
        isNotNull(emailChanges.usedAt),
      ),
    );
  return rows.map(({ address }) => address);
}

/**
 * When somebody tried, and with what success, stays. For as long as a client's failures count, the
 * client keeps a pseudonym: whoever erases an account must not have fresh tries with the others.
 */
export async function forgetAttempts(ctx: Context, person: Person): Promise<void> {
  const { db } = ctx;
  const counted = and(
    attemptsAt(ctx, person),
    eq(loginAttempts.result, "failed"),
    ne(loginAttempts.reason, REFUSED),
    gt(loginAttempts.createdAt, new Date(ctx.now().getTime() - WINDOW_MS)),
  );
  const clients = await db
    .select({ client: loginAttempts.client, tries: count() })
    .from(loginAttempts)
    .where(counted)
    .groupBy(loginAttempts.client);
  for (const { client } of clients) {
    await db
      .update(loginAttempts)
      .set({ client: pseudonymOf(ctx, client) })
      .where(and(counted, eq(loginAttempts.client, client)));
  }
  await db
    .update(loginAttempts)
    .set({
      ...{ account: "", userId: null, ip: "", userAgent: "" },
      client: sql`case when ${counted} then ${loginAttempts.client} else '' end`,
    })
    .where(attemptsAt(ctx, person));
}

/** Others may have asked to move to the address. Its owner has gone, and so have their links. */
export async function forgetMoves(ctx: Context, { emailCanonical }: Person): Promise<void> {
  await ctx.db
    .delete(emailChanges)
    .where(
      and(
        eq(emailChanges.storeId, ctx.store.id),
        eq(emailChanges.emailCanonical, emailCanonical),
        isNull(emailChanges.usedAt),
      ),
    );
}
