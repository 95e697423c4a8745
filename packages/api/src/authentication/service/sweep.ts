/** Forgetting what serves no purpose any more. For a worker; it may run on many nodes at once. */
import {
  emailChanges,
  emailVerifications,
  loginAttempts,
  passwordResets,
  refreshTokens,
} from "@souk/db/schema";
import { and, eq, lte } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sweepLimits } from "../../kernel/limits.ts";
import { forgetUnproved, freeUsernames, UNVERIFIED_KEPT_DAYS } from "../../users/service/index.ts";
import { deleteExpiredChallenges } from "../credentials/challenges.ts";
import { deleteExpiredSessions } from "../credentials/sessions.ts";

const DAY_MS = 86_400_000;
/** The audit trail of tries to sign in, and of passwords that were reset. */
export const ATTEMPTS_KEPT_DAYS = 90;

/** Until it expires a spent refresh token is kept, so that its theft is noticed. */
export async function sweep(ctx: Context): Promise<void> {
  const { db, store } = ctx;
  const before = (days: number): Date => new Date(ctx.now().getTime() - days * DAY_MS);
  await deleteExpiredSessions(ctx);
  await deleteExpiredChallenges(ctx);
  await sweepLimits(ctx);
  await db
    .delete(refreshTokens)
    .where(and(eq(refreshTokens.storeId, store.id), lte(refreshTokens.expiresAt, ctx.now())));
  await db
    .delete(emailVerifications)
    .where(
      and(eq(emailVerifications.storeId, store.id), lte(emailVerifications.expiresAt, before(1))),
    );
  await db
    .delete(emailChanges)
    .where(
      and(
        eq(emailChanges.storeId, store.id),
        lte(emailChanges.createdAt, before(ATTEMPTS_KEPT_DAYS)),
      ),
    );
  await db
    .delete(passwordResets)
    .where(
      and(
        eq(passwordResets.storeId, store.id),
        lte(passwordResets.createdAt, before(ATTEMPTS_KEPT_DAYS)),
      ),
    );
  await db
    .delete(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, store.id),
        lte(loginAttempts.createdAt, before(ATTEMPTS_KEPT_DAYS)),
      ),
    );
  await inTransaction(ctx, async (ctx) => {
    const now = ctx.now();
    await forgetUnproved(ctx, new Date(now.getTime() - UNVERIFIED_KEPT_DAYS * DAY_MS));
    await freeUsernames(ctx, now);
  });
}
