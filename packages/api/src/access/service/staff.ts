/** Staff: the people who hold roles. One statement, however many there are. */
import { passkeys, roleGrants, roles, totpFactors, users } from "@souk/db/schema";
import { and, asc, eq, exists, isNotNull, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { StaffList, StaffMember } from "../contract.ts";

export const listStaff = async (ctx: Context): Promise<StaffList> => ({
  items: await membersWhere(ctx),
});

export async function staffMember(ctx: Context, userId: string): Promise<StaffMember> {
  const [member] = await membersWhere(ctx, eq(users.id, userId));
  if (member === undefined) throw new Error(`the user ${userId} holds no role`);
  return member;
}

async function membersWhere(ctx: Context, condition?: SQL): Promise<StaffMember[]> {
  const rows = await ctx.db
    .select({
      ...{ id: users.id, email: users.email, isActive: users.isActive },
      ...{ firstName: users.firstName, lastName: users.lastName },
      hasTotp: exists(confirmedTotp(ctx)).mapWith(Boolean),
      hasPasskey: exists(anyPasskey(ctx)).mapWith(Boolean),
      role: { id: roles.id, slug: roles.slug, name: roles.name },
      grantedAt: roleGrants.createdAt,
    })
    .from(roleGrants)
    .innerJoin(users, and(eq(users.storeId, roleGrants.storeId), eq(users.id, roleGrants.userId)))
    .innerJoin(roles, and(eq(roles.storeId, roleGrants.storeId), eq(roles.id, roleGrants.roleId)))
    .where(and(eq(roleGrants.storeId, ctx.store.id), condition))
    .orderBy(asc(users.id), asc(roleGrants.id));
  const members = new Map<string, StaffMember>();
  for (const row of rows) {
    const member = members.get(row.id) ?? withoutRoles(row);
    member.roles.push({ ...row.role, granted_at: row.grantedAt.toISOString() });
    members.set(row.id, member);
  }
  return [...members.values()];
}

const confirmedTotp = (ctx: Context) =>
  ctx.db
    .select({ id: totpFactors.id })
    .from(totpFactors)
    .where(
      and(
        eq(totpFactors.storeId, ctx.store.id),
        eq(totpFactors.userId, users.id),
        isNotNull(totpFactors.confirmedAt),
      ),
    );

const anyPasskey = (ctx: Context) =>
  ctx.db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.storeId, ctx.store.id), eq(passkeys.userId, users.id)));

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly isActive: boolean;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
}

const withoutRoles = (row: PersonRow): StaffMember => ({
  user_id: row.id,
  email: row.email,
  first_name: row.firstName,
  last_name: row.lastName,
  is_active: row.isActive,
  has_second_factor: row.hasTotp || row.hasPasskey,
  roles: [],
});
