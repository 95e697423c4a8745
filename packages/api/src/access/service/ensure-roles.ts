/** The roles that a store begins with. */
import { roles } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { builtInRoles, OWNER } from "../../kernel/permissions.ts";

/**
 * Once for each store, however many nodes start together. A store that has its owner is left alone:
 * staff may have changed or deleted the others.
 */
export async function ensureRoles(ctx: Context): Promise<void> {
  const known = await ctx.db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.storeId, ctx.store.id), eq(roles.slug, OWNER)));
  if (known.length > 0) return;
  const now = ctx.now();
  await ctx.db
    .insert(roles)
    .values(
      builtInRoles.map(({ slug, name, description, permissions }) => ({
        ...{ slug, name, description },
        permissions: [...permissions],
        storeId: ctx.store.id,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing();
}
