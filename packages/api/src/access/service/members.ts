/** The roles that people hold, and what follows from them for whoever acts upon these people. */
import { roleGrants, roles, users } from "@souk/db/schema";
import { and, asc, count, eq, ne } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict, DomainError, type FieldErrors } from "../../kernel/errors.ts";
import { OWNER, type Permission } from "../../kernel/permissions.ts";
import { permissionsOfRole } from "./standing.ts";

export interface HeldRole {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly grantedAt: Date;
}

/** In the order in which they were granted; none for people who are no staff. */
export async function rolesOf(ctx: Context, userId: string): Promise<readonly HeldRole[]> {
  const rows = await ctx.db
    .select({
      id: roles.id,
      slug: roles.slug,
      name: roles.name,
      permissions: roles.permissions,
      grantedAt: roleGrants.createdAt,
    })
    .from(roleGrants)
    .innerJoin(roles, and(eq(roles.storeId, roleGrants.storeId), eq(roles.id, roleGrants.roleId)))
    .where(and(eq(roleGrants.storeId, ctx.store.id), eq(roleGrants.userId, userId)))
    .orderBy(asc(roleGrants.id));
  return rows.map((row) => ({ ...row, permissions: permissionsOfRole(row) }));
}

/** The caller must hold whatever the person holds, so that nobody acts upon somebody above them. */
export async function assertMayManage(ctx: Context, userId: string): Promise<void> {
  const held = (await rolesOf(ctx, userId)).flatMap(({ permissions }) => permissions);
  const missing = missingOf(ctx, held);
  if (missing.length > 0) {
    throw notHeld(`This person holds permissions that you do not: ${missing.join(", ")}.`);
  }
}

/**
 * Inside the unit of work that takes an owner's rights away, after `lockUser`: whoever does so takes
 * turns, so that two of them cannot each rely on the other's owner.
 */
export async function assertNotLastOwner(ctx: Context, userId: string): Promise<void> {
  const [owner] = await ctx.db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.storeId, ctx.store.id), eq(roles.slug, OWNER)))
    .for("no key update");
  if (owner === undefined || !(await holds(ctx, userId, owner.id))) return;
  if ((await activeMembers(ctx, owner.id, userId)) === 0) {
    throw conflict("last_owner", "A store keeps at least one active owner.");
  }
}

/** Which of these the caller does not hold. */
export const missingOf = (ctx: Context, wanted: readonly Permission[]): readonly Permission[] => {
  const held = heldBy(ctx);
  return [...new Set(wanted)].filter((permission) => !held.has(permission));
};

const heldBy = ({ actor }: Context): ReadonlySet<Permission> =>
  actor.kind === "customer" || actor.kind === "api_key" ? actor.permissions : new Set();

export const notHeld = (message: string, fields?: FieldErrors): DomainError =>
  new DomainError(
    "forbidden",
    "permission_not_held",
    message,
    fields === undefined ? {} : { fields },
  );

async function holds(ctx: Context, userId: string, roleId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.storeId, ctx.store.id),
        eq(roleGrants.userId, userId),
        eq(roleGrants.roleId, roleId),
      ),
    );
  return rows.length > 0;
}

async function activeMembers(ctx: Context, roleId: string, except: string): Promise<number> {
  const [counted] = await ctx.db
    .select({ count: count() })
    .from(roleGrants)
    .innerJoin(users, and(eq(users.storeId, roleGrants.storeId), eq(users.id, roleGrants.userId)))
    .where(
      and(
        eq(roleGrants.storeId, ctx.store.id),
        eq(roleGrants.roleId, roleId),
        ne(roleGrants.userId, except),
        eq(users.isActive, true),
      ),
    );
  return Number(counted?.count);
}
