/** The person as such: who they are for the other domains, what is held of them here, and their end. */
import {
  addresses,
  consents,
  customerGroupMembers,
  customerGroups,
  usernameReservations,
  users,
} from "@souk/db/schema";
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { UserRow } from "./accounts.ts";

export interface Person {
  readonly userId: string;
  readonly emailCanonical: string;
  /** The address, if they proved it: what guests did under it was theirs. */
  readonly provedEmail: string | null;
  /** The one of now, and those they left and nobody took since. All canonical. */
  readonly addresses: readonly string[];
  /** The account's beginning. */
  readonly since: Date;
}

export const personOf = (row: UserRow, left: readonly string[]): Person => ({
  userId: row.id,
  emailCanonical: row.emailCanonical,
  provedEmail: row.emailVerifiedAt === null ? null : row.emailCanonical,
  addresses: [row.emailCanonical, ...left.filter((address) => address !== row.emailCanonical)],
  since: row.createdAt,
});

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const { userId } = person;
  const profile = await ctx.db
    .select({
      id: users.id,
      email: users.email,
      username: users.username,
      firstName: users.firstName,
      lastName: users.lastName,
      phone: users.phone,
      isActive: users.isActive,
      emailVerifiedAt: users.emailVerifiedAt,
      createdAt: users.createdAt,
      updatedAt: users.updatedAt,
    })
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, userId)));
  const book = await ctx.db
    .select()
    .from(addresses)
    .where(and(eq(addresses.storeId, ctx.store.id), eq(addresses.userId, userId)))
    .orderBy(asc(addresses.id));
  const said = await ctx.db
    .select({
      purpose: consents.purpose,
      granted: consents.granted,
      source: consents.source,
      at: consents.createdAt,
    })
    .from(consents)
    .where(and(eq(consents.storeId, ctx.store.id), eq(consents.userId, userId)))
    .orderBy(asc(consents.id));
  const reserved = await ctx.db
    .select({
      username: usernameReservations.usernameCanonical,
      holdsPassword: isNotNull(usernameReservations.passwordHash).mapWith(Boolean),
      createdAt: usernameReservations.createdAt,
      expiresAt: usernameReservations.expiresAt,
    })
    .from(usernameReservations)
    .where(reservationsOf(ctx, person));
  const groups = await ctx.db
    .select({ name: customerGroups.name, since: customerGroupMembers.createdAt })
    .from(customerGroupMembers)
    .innerJoin(
      customerGroups,
      and(
        eq(customerGroups.storeId, ctx.store.id),
        eq(customerGroups.id, customerGroupMembers.groupId),
      ),
    )
    .where(
      and(eq(customerGroupMembers.storeId, ctx.store.id), eq(customerGroupMembers.userId, userId)),
    )
    .orderBy(asc(customerGroupMembers.id));
  return {
    profile: profile.map(personalRecord),
    addresses: book.map(({ storeId: _store, userId: _user, ...row }) => personalRecord(row)),
    consents: said.map(personalRecord),
    customer_groups: groups.map(personalRecord),
    reserved_usernames: reserved.map(personalRecord),
  };
}

/** Last of all: what belongs to the person alone goes with the row. */
export async function removePerson(ctx: Context, person: Person): Promise<void> {
  const { db, store } = ctx;
  await db.delete(usernameReservations).where(reservationsOf(ctx, person));
  await db.delete(users).where(and(eq(users.storeId, store.id), eq(users.id, person.userId)));
}

const reservationsOf = (ctx: Context, { addresses }: Person) =>
  and(
    eq(usernameReservations.storeId, ctx.store.id),
    inArray(usernameReservations.emailCanonical, [...addresses]),
  );
