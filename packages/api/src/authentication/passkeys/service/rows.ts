/** The rows of passkeys: whose they are, and that no use of one counts twice. */
import { passkeys } from "@souk/db/schema";
import { and, asc, eq, lt, or } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import type { Passkey } from "../contract.ts";

export type PasskeyRow = typeof passkeys.$inferSelect;

/** From the oldest on. */
export const passkeysOf = async (ctx: Context, userId: string): Promise<readonly PasskeyRow[]> =>
  await ctx.db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.storeId, ctx.store.id), eq(passkeys.userId, userId)))
    .orderBy(asc(passkeys.id));

/** By what the authenticator calls it, which is one person's in a store. */
export async function findByCredential(
  ctx: Context,
  credentialId: string,
): Promise<PasskeyRow | null> {
  const [row] = await ctx.db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.storeId, ctx.store.id), eq(passkeys.credentialId, credentialId)));
  return row ?? null;
}

/**
 * False: it was removed, or used again meanwhile by an authenticator that counts. Those which do not
 * count say 0 for ever.
 */
export async function noteUse(
  ctx: Context,
  id: string,
  use: { readonly counter: number; readonly isBackedUp: boolean },
): Promise<boolean> {
  const rises = lt(passkeys.counter, use.counter);
  const noted = await ctx.db
    .update(passkeys)
    .set({ ...use, lastUsedAt: ctx.now() })
    .where(
      and(
        eq(passkeys.storeId, ctx.store.id),
        eq(passkeys.id, id),
        use.counter === 0 ? or(rises, eq(passkeys.counter, 0)) : rises,
      ),
    )
    .returning({ id: passkeys.id });
  return noted.length > 0;
}

export const passkeyOf = (row: PasskeyRow): Passkey => ({
  id: row.id,
  name: row.name,
  is_backed_up: row.isBackedUp,
  created_at: row.createdAt.toISOString(),
  last_used_at: row.lastUsedAt?.toISOString() ?? null,
});
