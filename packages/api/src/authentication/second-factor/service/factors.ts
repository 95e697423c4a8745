/** Which factors beside the password guard an account. */
import { passkeys, totpFactors } from "@souk/db/schema";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";

export type TotpRow = typeof totpFactors.$inferSelect;

/** An authenticator app that was confirmed, or a passkey. */
export async function hasSecondFactor(ctx: Context, userId: string): Promise<boolean> {
  return (await hasTotp(ctx, userId)) || (await hasPasskey(ctx, userId));
}

export async function hasTotp(ctx: Context, userId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: totpFactors.id })
    .from(totpFactors)
    .where(
      and(
        eq(totpFactors.storeId, ctx.store.id),
        eq(totpFactors.userId, userId),
        isNotNull(totpFactors.confirmedAt),
      ),
    );
  return rows.length > 0;
}

export async function hasPasskey(ctx: Context, userId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(and(eq(passkeys.storeId, ctx.store.id), eq(passkeys.userId, userId)))
    .limit(1);
  return rows.length > 0;
}

/** The account's authenticator app, confirmed or not yet. */
export async function totpOf(ctx: Context, userId: string): Promise<TotpRow | null> {
  const [row] = await ctx.db
    .select()
    .from(totpFactors)
    .where(and(eq(totpFactors.storeId, ctx.store.id), eq(totpFactors.userId, userId)));
  return row ?? null;
}
