/** Owners as the server's command line makes them: nobody in the store is asked. */
import { roleGrants, roles, users } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { OWNER } from "../../kernel/permissions.ts";
import {
  addUser,
  confirmEmail,
  findByEmail,
  lockUser,
  type NewUser,
  setPasswordHash,
  type UserRow,
} from "../../users/service/index.ts";
import { addGrant } from "./grants.ts";
import { lockRole } from "./roles.ts";

/** The addresses of those who can still sign in. */
export async function activeOwners(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ email: users.email })
    .from(roleGrants)
    .innerJoin(roles, and(eq(roles.storeId, roleGrants.storeId), eq(roles.id, roleGrants.roleId)))
    .innerJoin(users, and(eq(users.storeId, roleGrants.storeId), eq(users.id, roleGrants.userId)))
    .where(
      and(eq(roleGrants.storeId, ctx.store.id), eq(roles.slug, OWNER), eq(users.isActive, true)),
    )
    .orderBy(asc(roleGrants.id));
  return rows.map(({ email }) => email);
}

export type StaffAccount = Omit<NewUser, "phone">;

/**
 * Gives somebody a role, with an account where they have none. A verified account stays as it is; one
 * that nobody verified gets the new password, since anybody may have registered it.
 */
export async function appoint(ctx: Context, slug: string, account: StaffAccount): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const user = await accountOf(ctx, account);
    if (!user.isActive) throw conflict("user_disabled", `${user.email} is disabled.`);
    const role = await lockRole(ctx, await idOf(ctx, slug));
    await addGrant(ctx, user.id, role);
  });
}

async function accountOf(ctx: Context, account: StaffAccount): Promise<UserRow> {
  const known = await findByEmail(ctx, account.email);
  const user = known === null ? null : await lockUser(ctx, known.id);
  if (user === null) {
    const { id } = await addUser(ctx, { ...account, phone: null });
    await record(ctx, { action: "user.registered", subject: { type: "user", id } });
    return confirmEmail(ctx, id);
  }
  if (user.emailVerifiedAt !== null) return user;
  await setPasswordHash(ctx, user.id, account.passwordHash);
  return confirmEmail(ctx, user.id);
}

async function idOf(ctx: Context, slug: string): Promise<string> {
  const [role] = await ctx.db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.storeId, ctx.store.id), eq(roles.slug, slug)));
  if (role === undefined) throw new Error(`the store has no role ${slug}`);
  return role.id;
}
