/** How people come by a role, and how they lose it. */
import { roleGrants } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { type DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import { OWNER } from "../../kernel/permissions.ts";
import { findByEmail, lockUser } from "../../users/service/index.ts";
import type { GrantRoleInput, StaffMember, WithdrawRoleInput } from "../contract.ts";
import { assertMayManage, assertNotLastOwner } from "./members.ts";
import { lockRole, type RoleRow, refuseAbove } from "./roles.ts";
import { staffMember } from "./staff.ts";

type Ctx = Context<Staff>;

/** Granting again what is held already changes nothing. */
export async function grantRole(ctx: Ctx, input: GrantRoleInput): Promise<StaffMember> {
  return inTransaction(ctx, async (ctx) => {
    const known = await findByEmail(ctx, input.email);
    const user = known === null ? null : await lockUser(ctx, known.id);
    const role = await lockRole(ctx, input.role_id);
    refuseAbove(ctx, role, "role_id");
    if (user === null || user.emailVerifiedAt === null || !user.isActive) throw userNotFound();
    await assertMayManage(ctx, user.id);
    await addGrant(ctx, user.id, role);
    return staffMember(ctx, user.id);
  });
}

/** They are refused from their very next call on. */
export async function withdrawRole(ctx: Ctx, input: WithdrawRoleInput): Promise<void> {
  const userId = input.user_id.toLowerCase();
  await inTransaction(ctx, async (ctx) => {
    await lockUser(ctx, userId);
    const role = await lockRole(ctx, input.role_id);
    refuseAbove(ctx, role, "role_id");
    await assertMayManage(ctx, userId);
    if (role.slug === OWNER) await assertNotLastOwner(ctx, userId);
    const gone = await ctx.db
      .delete(roleGrants)
      .where(
        and(
          eq(roleGrants.storeId, ctx.store.id),
          eq(roleGrants.userId, userId),
          eq(roleGrants.roleId, role.id),
        ),
      )
      .returning({ id: roleGrants.id });
    if (gone.length === 0) throw notFound("role grant");
    await record(ctx, { action: "role.withdrawn", ...about(userId, role) });
  });
}

/** The caller has locked the user and the role, and has judged who asks. */
export async function addGrant(ctx: Context, userId: string, role: RoleRow): Promise<void> {
  const grantedBy = ctx.actor.kind === "customer" ? ctx.actor.userId : null;
  const made = await ctx.db
    .insert(roleGrants)
    .values({ storeId: ctx.store.id, userId, roleId: role.id, grantedBy, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (made.length > 0) await record(ctx, { action: "role.granted", ...about(userId, role) });
}

const about = (userId: string, { id, slug, permissions }: RoleRow) => ({
  subject: { type: "user", id: userId },
  details: { role_id: id, slug, permissions },
});

const userNotFound = (): DomainError =>
  invalidField("email", "user_not_found", "Nobody with a verified account has this address.");
