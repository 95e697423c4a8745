/** What somebody may do right now: asked for each call, so that a role withdrawn now is refused now. */
import { roleGrants, roles, stores } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import {
  isPermission,
  OWNER,
  type Permission,
  permissions,
  withImplied,
} from "../../kernel/permissions.ts";

export interface Standing {
  readonly permissions: ReadonlySet<Permission>;
  /** The store's policy, as it is now. */
  readonly needsSecondFactor: boolean;
}

/** Of all the user's roles together. */
export async function standingOf(ctx: Context, userId: string): Promise<Standing> {
  const rows = await ctx.db
    .select({
      slug: roles.slug,
      permissions: roles.permissions,
      needsSecondFactor: stores.staffNeedsSecondFactor,
    })
    .from(roleGrants)
    .innerJoin(roles, and(eq(roles.storeId, roleGrants.storeId), eq(roles.id, roleGrants.roleId)))
    .innerJoin(stores, eq(stores.id, roleGrants.storeId))
    .where(and(eq(roleGrants.storeId, ctx.store.id), eq(roleGrants.userId, userId)));
  return {
    permissions: new Set(rows.flatMap(permissionsOfRole)),
    needsSecondFactor: rows.some(({ needsSecondFactor }) => needsSecondFactor),
  };
}

export const permissionsOfRole = (role: {
  readonly slug: string;
  readonly permissions: readonly string[];
}): readonly Permission[] => (role.slug === OWNER ? permissions : effective(role.permissions));

/** A permission that a later version took out of the catalogue allows nothing. */
export const effective = (given: readonly string[]): readonly Permission[] =>
  withImplied(given.filter(isPermission));
