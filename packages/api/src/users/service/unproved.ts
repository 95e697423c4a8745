/** Accounts whose address nobody has proved yet: what they are registered as, and their end. */
import { orders, type PendingRegistration, users } from "@souk/db/schema";
import { and, eq, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { canonicalUsername, type UserRow } from "./accounts.ts";

/** What a link carries of the registration it was mailed for. */
export const registrationOf = (user: UserRow): PendingRegistration => ({
  username: user.username,
  passwordHash: user.passwordHash,
  firstName: user.firstName,
  lastName: user.lastName,
  phone: user.phone,
});

/** The caller has locked the user. Until a link is followed, the newest registration stands for all. */
export const registerAgain = (
  ctx: Context,
  id: string,
  newest: PendingRegistration,
): Promise<UserRow> => change(ctx, id, { ...valuesOf(newest), createdAt: ctx.now() });

/** The caller has locked the user, whose link carried this registration. */
export const confirmRegistration = (
  ctx: Context,
  id: string,
  registration: PendingRegistration,
): Promise<UserRow> => change(ctx, id, { ...valuesOf(registration), emailVerifiedAt: ctx.now() });

const valuesOf = ({ username, passwordHash, firstName, lastName, phone }: PendingRegistration) => ({
  ...{ username, passwordHash, firstName, lastName, phone },
  usernameCanonical: canonicalUsername(username),
});

async function change(
  ctx: Context,
  id: string,
  values: Partial<typeof users.$inferInsert>,
): Promise<UserRow> {
  const [row] = await ctx.db
    .update(users)
    .set({ ...values, updatedAt: ctx.now() })
    .where(and(eq(users.storeId, ctx.store.id), eq(users.id, id)))
    .returning();
  if (row === undefined) throw new Error(`no user ${id}`);
  return row;
}

/** Nobody proved to be the person. Who was disabled stays, and is not forgotten by waiting. */
export async function forgetUnproved(ctx: Context, createdBefore: Date): Promise<void> {
  const ordered = ctx.db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(eq(orders.storeId, users.storeId), eq(orders.userId, users.id)));
  await ctx.db
    .delete(users)
    .where(
      and(
        eq(users.storeId, ctx.store.id),
        isNull(users.emailVerifiedAt),
        eq(users.isActive, true),
        lte(users.createdAt, createdBefore),
        notExists(ordered),
      ),
    );
}
