/** What was asked and waits for its answer: a second step, a ceremony. Held by a secret, for one use. */
import { challenges } from "@souk/db/schema";
import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { hashSecret, randomSecret } from "../../kernel/secrets.ts";

export type ChallengeRow = typeof challenges.$inferSelect;
export type ChallengePurpose = ChallengeRow["purpose"];

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly userId: string | null;
  readonly webauthnChallenge: string | null;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;

/** Answers the secret that names it, for the caller alone. */
export async function openChallenge(ctx: Context, challenge: NewChallenge): Promise<string> {
  const { minutes, ...row } = challenge;
  const secret = randomSecret();
  await ctx.db.insert(challenges).values({
    ...row,
    storeId: ctx.store.id,
    tokenHash: hashSecret(secret),
    expiresAt: new Date(ctx.now().getTime() + minutes * MINUTE_MS),
    createdAt: ctx.now(),
  });
  return secret;
}

/** One that can still be answered. */
export async function findChallenge(
  ctx: Context,
  purpose: ChallengePurpose,
  secret: string,
): Promise<ChallengeRow | null> {
  const [row] = await ctx.db
    .select()
    .from(challenges)
    .where(
      and(
        eq(challenges.storeId, ctx.store.id),
        eq(challenges.purpose, purpose),
        eq(challenges.tokenHash, hashSecret(secret)),
        isNull(challenges.usedAt),
        gt(challenges.expiresAt, ctx.now()),
      ),
    );
  return row ?? null;
}

/** True for one caller only, however many answer at once. */
export async function spendChallenge(ctx: Context, id: string): Promise<boolean> {
  const spent = await ctx.db
    .update(challenges)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        eq(challenges.storeId, ctx.store.id),
        eq(challenges.id, id),
        isNull(challenges.usedAt),
        gt(challenges.expiresAt, ctx.now()),
      ),
    )
    .returning({ id: challenges.id });
  return spent.length > 0;
}

/** A password that was right is so no more. */
export async function voidSecondSteps(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .delete(challenges)
    .where(
      and(
        eq(challenges.storeId, ctx.store.id),
        eq(challenges.userId, userId),
        eq(challenges.purpose, "second_factor"),
      ),
    );
}

export async function deleteExpiredChallenges(ctx: Context): Promise<void> {
  await ctx.db
    .delete(challenges)
    .where(and(eq(challenges.storeId, ctx.store.id), lte(challenges.expiresAt, ctx.now())));
}
