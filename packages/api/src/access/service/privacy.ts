/** What a member of the staff held and made: handing it out, and taking their name off it. */
import { apiKeys, roleGrants, roles } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";

export async function exportPerson(ctx: Context, { userId }: Person): Promise<PersonalRecords> {
  const held = await ctx.db
    .select({ slug: roles.slug, name: roles.name, grantedAt: roleGrants.createdAt })
    .from(roleGrants)
    .innerJoin(roles, eq(roles.id, roleGrants.roleId))
    .where(and(eq(roleGrants.storeId, ctx.store.id), eq(roleGrants.userId, userId)))
    .orderBy(asc(roleGrants.id));
  const made = await ctx.db
    .select({
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.storeId, ctx.store.id), eq(apiKeys.createdBy, userId)))
    .orderBy(asc(apiKeys.id));
  return { roles: held.map(personalRecord), api_keys_created: made.map(personalRecord) };
}

/** Keys that they made go on working; a program uses them, not a person. */
export async function forgetMaker(ctx: Context, { userId }: Person): Promise<void> {
  const { db, store } = ctx;
  await db
    .update(apiKeys)
    .set({ createdBy: null })
    .where(and(eq(apiKeys.storeId, store.id), eq(apiKeys.createdBy, userId)));
  await db
    .update(roleGrants)
    .set({ grantedBy: null })
    .where(and(eq(roleGrants.storeId, store.id), eq(roleGrants.grantedBy, userId)));
}
