/** Whose a user name is: an account's, or held for a registration whose address is not proved. */
import { usernameReservations, users } from "@souk/db/schema";
import { and, eq, isNotNull, lte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { canonicalEmail, canonicalUsername } from "./accounts.ts";

const DAY_MS = 86_400_000;

/** An account that nobody verified, and the name of any registration, are kept for so long. */
export const UNVERIFIED_KEPT_DAYS = 7;

/** A name whose time is over is held until the sweep frees it, as the name of an old account is. */
export async function usernameIsTaken(ctx: Context, username: string): Promise<boolean> {
  const name = canonicalUsername(username);
  const [holder] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), eq(users.usernameCanonical, name)));
  const [held] = await ctx.db
    .select({ id: usernameReservations.id })
    .from(usernameReservations)
    .where(
      and(
        eq(usernameReservations.storeId, ctx.store.id),
        eq(usernameReservations.usernameCanonical, name),
      ),
    );
  return holder !== undefined || held !== undefined;
}

/**
 * For every registration, whether its address is known or not, so that a name does not tell. A unique
 * violation: it was taken a moment ago. The caller holds the turn of the address, whose newest
 * registration stands for all.
 */
export async function reserveUsername(
  ctx: Context,
  { username, email }: { readonly username: string; readonly email: string },
): Promise<void> {
  const createdAt = ctx.now();
  await ctx.db
    .update(usernameReservations)
    .set({ passwordHash: null })
    .where(passwordHeldFor(ctx, email));
  await ctx.db.insert(usernameReservations).values({
    storeId: ctx.store.id,
    usernameCanonical: canonicalUsername(username),
    emailCanonical: canonicalEmail(email),
    expiresAt: new Date(createdAt.getTime() + UNVERIFIED_KEPT_DAYS * DAY_MS),
    createdAt,
  });
}

/**
 * With the name that was just reserved. Signing in with it is answered as if nobody had verified the
 * account; it is no account's password, and opens none.
 */
export async function holdPassword(
  ctx: Context,
  { username, passwordHash }: { readonly username: string; readonly passwordHash: string },
): Promise<void> {
  await ctx.db
    .update(usernameReservations)
    .set({ passwordHash })
    .where(
      and(
        eq(usernameReservations.storeId, ctx.store.id),
        eq(usernameReservations.usernameCanonical, canonicalUsername(username)),
      ),
    );
}

/** What the newest registration of the address chose, if the address had an account already. */
export async function heldPasswordHash(ctx: Context, email: string): Promise<string | null> {
  const [held] = await ctx.db
    .select({ passwordHash: usernameReservations.passwordHash })
    .from(usernameReservations)
    .where(passwordHeldFor(ctx, email));
  return held?.passwordHash ?? null;
}

const passwordHeldFor = (ctx: Context, email: string) =>
  and(
    eq(usernameReservations.storeId, ctx.store.id),
    eq(usernameReservations.emailCanonical, canonicalEmail(email)),
    isNotNull(usernameReservations.passwordHash),
  );

/** In the unit of work that forgets unverified accounts: both free their names, and lose what is held with them, at the same moment. */
export async function freeUsernames(ctx: Context, at: Date): Promise<void> {
  await ctx.db
    .delete(usernameReservations)
    .where(
      and(eq(usernameReservations.storeId, ctx.store.id), lte(usernameReservations.expiresAt, at)),
    );
}
