/** Roles: bundles of permissions that a store names for itself. */
import { roleGrants, roles } from "@souk/db/schema";
import { and, asc, count, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { conflict, DomainError, notFound } from "../../kernel/errors.ts";
import { takeTurns } from "../../kernel/limits.ts";
import { OWNER, type Permission, withImplied } from "../../kernel/permissions.ts";
import {
  type CreateRoleInput,
  MAX_ROLES,
  type Role,
  type RoleList,
  type RoleRef,
  type UpdateRoleInput,
} from "../contract.ts";
import { missingOf, notHeld } from "./members.ts";
import { freeSlug } from "./slug.ts";
import { permissionsOfRole } from "./standing.ts";

type Ctx = Context<Staff>;
export type RoleRow = typeof roles.$inferSelect;

export async function listRoles(ctx: Context): Promise<RoleList> {
  const rows = await ctx.db
    .select({ role: roles, members: count(roleGrants.id) })
    .from(roles)
    .leftJoin(
      roleGrants,
      and(eq(roleGrants.storeId, roles.storeId), eq(roleGrants.roleId, roles.id)),
    )
    .where(eq(roles.storeId, ctx.store.id))
    .groupBy(roles.id)
    .orderBy(asc(roles.id));
  return { items: rows.map(({ role, members }) => roleOf(role, Number(members))) };
}

export async function createRole(ctx: Ctx, input: CreateRoleInput): Promise<Role> {
  refuseNotHeld(ctx, input.permissions);
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx.db, [`roles:${ctx.store.id}`]);
    const slugs = await slugsOf(ctx);
    if (slugs.length >= MAX_ROLES) {
      throw conflict("too_many_roles", `A store has at most ${MAX_ROLES} roles.`);
    }
    const permissions = [...withImplied(input.permissions)];
    const [row] = await ctx.db
      .insert(roles)
      .values({
        storeId: ctx.store.id,
        slug: freeSlug(input.name, slugs),
        name: input.name,
        description: input.description,
        permissions,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning();
    if (row === undefined) throw new Error("the role was not stored");
    const details = { slug: row.slug, added: permissions, removed: [] };
    await record(ctx, { action: "role.created", subject: subjectOf(row), details });
    return roleOf(row, 0);
  });
}

/** What the input leaves out stays. */
export async function updateRole(ctx: Ctx, { id, ...input }: UpdateRoleInput): Promise<Role> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockRole(ctx, id);
    refuseOwner(before);
    refuseAbove(ctx, before);
    if (input.permissions !== undefined) refuseNotHeld(ctx, input.permissions);
    const held = permissionsOfRole(before);
    const permissions = [...withImplied(input.permissions ?? held)];
    const { name = before.name, description = before.description } = input;
    const [row] = await ctx.db
      .update(roles)
      .set({ name, description, permissions, updatedAt: ctx.now() })
      .where(named(ctx, before.id))
      .returning();
    if (row === undefined) throw notFound("role");
    await record(ctx, {
      action: "role.updated",
      subject: subjectOf(row),
      details: {
        slug: row.slug,
        renamed: name !== before.name,
        ...changesBetween(held, permissions),
      },
    });
    return roleOf(row, await membersOf(ctx, row.id));
  });
}

export async function deleteRole(ctx: Ctx, { id }: RoleRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const role = await lockRole(ctx, id);
    refuseOwner(role);
    refuseAbove(ctx, role);
    if ((await membersOf(ctx, role.id)) > 0) {
      throw conflict("role_in_use", "Withdraw this role from everybody who holds it first.");
    }
    await ctx.db.delete(roles).where(named(ctx, role.id));
    const details = { slug: role.slug, ...changesBetween(role.permissions, []) };
    await record(ctx, { action: "role.deleted", subject: subjectOf(role), details });
  });
}

/** A role that is being granted, changed or deleted keeps others who do so waiting. */
export async function lockRole(ctx: Context, id: string): Promise<RoleRow> {
  const [row] = await ctx.db.select().from(roles).where(named(ctx, id.toLowerCase())).for("update");
  if (row === undefined) throw notFound("role");
  return row;
}

/** A role above the caller is nothing for the caller to change, grant or withdraw. */
export function refuseAbove(ctx: Context, role: RoleRow, field?: string): void {
  const missing = missingOf(ctx, permissionsOfRole(role));
  if (missing.length === 0) return;
  const message = `This role holds permissions that you do not: ${missing.join(", ")}.`;
  throw notHeld(message, field === undefined ? undefined : { [field]: [message] });
}

/** Names each permission that the caller cannot give away. */
export function refuseNotHeld(ctx: Context, wanted: readonly Permission[]): void {
  const missing = new Set(missingOf(ctx, wanted));
  if (missing.size === 0) return;
  const fields = wanted.flatMap((permission, i) =>
    missing.has(permission) ? [[`permissions.${i}`, [`You do not hold ${permission}.`]]] : [],
  );
  throw notHeld("Nobody gives a permission that they do not hold.", Object.fromEntries(fields));
}

function refuseOwner({ slug }: RoleRow): void {
  if (slug !== OWNER) return;
  throw new DomainError("forbidden", "owner_role_fixed", "The owner's role cannot be changed.");
}

const named = (ctx: Context, id: string) => and(eq(roles.storeId, ctx.store.id), eq(roles.id, id));

const subjectOf = ({ id }: RoleRow) => ({ type: "role", id });

function changesBetween(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  };
}

async function slugsOf(ctx: Context): Promise<readonly string[]> {
  const rows = await ctx.db
    .select({ slug: roles.slug })
    .from(roles)
    .where(eq(roles.storeId, ctx.store.id));
  return rows.map(({ slug }) => slug);
}

async function membersOf(ctx: Context, roleId: string): Promise<number> {
  const [counted] = await ctx.db
    .select({ count: count() })
    .from(roleGrants)
    .where(and(eq(roleGrants.storeId, ctx.store.id), eq(roleGrants.roleId, roleId)));
  return Number(counted?.count);
}

const roleOf = (row: RoleRow, members: number): Role => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  permissions: [...permissionsOfRole(row)],
  is_owner: row.slug === OWNER,
  members,
});
