/** Refresh tokens as rows: opaque, stored as hashes, each for one use. */
import { refreshTokens } from "@souk/db/schema";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { hashSecret, randomSecret } from "../../kernel/secrets.ts";

export type RefreshTokenRow = typeof refreshTokens.$inferSelect;

/** It lives as long as its session would without another sign of life. */
export async function issueRefreshToken(
  ctx: Context,
  session: { readonly id: string; readonly expiresAt: Date },
): Promise<string> {
  const token = randomSecret();
  await ctx.db.insert(refreshTokens).values({
    storeId: ctx.store.id,
    sessionId: session.id,
    tokenHash: hashSecret(token),
    expiresAt: session.expiresAt,
    createdAt: ctx.now(),
  });
  return token;
}

export async function findRefreshToken(
  ctx: Context,
  token: string,
): Promise<RefreshTokenRow | null> {
  const [row] = await ctx.db
    .select()
    .from(refreshTokens)
    .where(
      and(eq(refreshTokens.storeId, ctx.store.id), eq(refreshTokens.tokenHash, hashSecret(token))),
    );
  return row ?? null;
}

/** True for one caller only, however many come at once. */
export async function spendRefreshToken(ctx: Context, id: string): Promise<boolean> {
  const spent = await ctx.db
    .update(refreshTokens)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        eq(refreshTokens.storeId, ctx.store.id),
        eq(refreshTokens.id, id),
        isNull(refreshTokens.usedAt),
      ),
    )
    .returning({ id: refreshTokens.id });
  return spent.length > 0;
}

/** The session's tokens since then, and when the oldest of them was made. */
export async function issuedSince(
  ctx: Context,
  sessionId: string,
  since: Date,
): Promise<readonly Date[]> {
  const rows = await ctx.db
    .select({ createdAt: refreshTokens.createdAt })
    .from(refreshTokens)
    .where(
      and(
        eq(refreshTokens.storeId, ctx.store.id),
        eq(refreshTokens.sessionId, sessionId),
        gt(refreshTokens.createdAt, since),
      ),
    )
    .orderBy(sql`${refreshTokens.createdAt} asc`);
  return rows.map(({ createdAt }) => createdAt);
}
