/** The rows of people, for the domains that sign them in and write to them. */
import { users } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { User } from "../contract.ts";

export type UserRow = typeof users.$inferSelect;

/** Rows in, contract out: the one place where columns become a User. */
export const userOf = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  username: row.username,
  first_name: row.firstName,
  last_name: row.lastName,
  phone: row.phone,
  is_verified: row.emailVerifiedAt !== null,
  date_joined: row.createdAt.toISOString(),
});

/**
 * The mailbox an address stands for: spaces around it, letter case and Unicode's compatibility forms
 * do not make another one. Dots and `+tags` do, since only the mail's host knows what they mean.
 */
export const canonicalEmail = (email: string): string => canonical(email);

export const canonicalUsername = (username: string): string => canonical(username);

/** What no database text may hold is replaced, so that no input is an error of the database. */
const canonical = (text: string): string =>
  text
    .trim()
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}");

export async function findById(ctx: Context, id: string): Promise<UserRow | null> {
  const [row] = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)));
  return row ?? null;
}

export async function findByEmail(ctx: Context, email: string): Promise<UserRow | null> {
  const [row] = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), eq(users.emailCanonical, canonicalEmail(email))));
  return row ?? null;
}

/** Waits for whoever changes the same person's rows, and keeps them waiting in turn. */
export async function lockUser(ctx: Context, id: string): Promise<UserRow | null> {
  const [row] = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)))
    // Rows that merely refer to the person, such as sessions, need not wait.
    .for("no key update");
  return row ?? null;
}

export interface NewUser {
  readonly email: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
}

/** A unique violation: the address or the name was taken, perhaps a moment ago. */
export async function addUser(ctx: Context, user: NewUser): Promise<UserRow> {
  const [row] = await ctx.db
    .insert(users)
    .values({
      ...user,
      storeId: ctx.store.id,
      emailCanonical: canonicalEmail(user.email),
      usernameCanonical: canonicalUsername(user.username),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .returning();
  if (row === undefined) throw new Error("the user was not stored");
  return row;
}

export async function confirmEmail(ctx: Context, id: string): Promise<UserRow> {
  const [row] = await ctx.db
    .update(users)
    .set({ emailVerifiedAt: ctx.now(), updatedAt: ctx.now() })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)))
    .returning();
  if (row === undefined) throw new Error(`no user ${id}`);
  return row;
}

/** A unique violation: another account took the address a moment ago. */
export async function moveEmail(ctx: Context, id: string, email: string): Promise<void> {
  await ctx.db
    .update(users)
    .set({
      email,
      emailCanonical: canonicalEmail(email),
      emailVerifiedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)));
}

/** The caller has locked the user, and ends what the old password opened. */
export async function setPasswordHash(
  ctx: Context,
  id: string,
  passwordHash: string,
): Promise<void> {
  await ctx.db
    .update(users)
    .set({ passwordHash, updatedAt: ctx.now() })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)));
}

/** False: it was so already. The caller has locked the user, and ends what an inactive one may not keep. */
export async function setActive(ctx: Context, id: string, isActive: boolean): Promise<boolean> {
  const changed = await ctx.db
    .update(users)
    .set({ isActive, updatedAt: ctx.now() })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id), eq(users.isActive, !isActive)))
    .returning({ id: users.id });
  return changed.length > 0;
}

/** The same password, hashed anew; nothing if another one took its place meanwhile. */
export async function renewPasswordHash(
  ctx: Context,
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await ctx.db
    .update(users)
    .set({ passwordHash: to })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id), eq(users.passwordHash, from)));
}
