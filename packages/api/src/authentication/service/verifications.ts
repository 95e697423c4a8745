/** Proofs of an address as rows: one live for each registration, for one use, within a day. */
import { uuid7 } from "@souk/db";
import { emailVerifications, type PendingRegistration } from "@souk/db/schema";
import { and, count, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { deriveAgain, deriveSecret, hashSecret } from "../../kernel/secrets.ts";
import { findById, registrationOf, type UserRow } from "../../users/service/index.ts";

const LIFE_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Mails with a link to one account in an hour, the first included. */
export const VERIFICATION_LIMIT = 5;

export type VerificationRow = typeof emailVerifications.$inferSelect;

/** Derived from the row, and made again whenever the mail is written: the token is stored nowhere. */
const PURPOSE = "email-verification";

/**
 * The caller has locked the user. The link carries what the user is registered as now; earlier links of
 * the same registration stop working, those of others go on.
 */
export async function issueVerification(ctx: Context, user: UserRow): Promise<string> {
  const id = uuid7();
  const registration = registrationOf(user);
  await voidLinksOf(ctx, user.id, registration);
  await ctx.db.insert(emailVerifications).values({
    id,
    storeId: ctx.store.id,
    userId: user.id,
    email: user.emailCanonical,
    tokenHash: hashSecret(deriveSecret(ctx.ports.secrets.links, PURPOSE, id)),
    registration,
    expiresAt: new Date(ctx.now().getTime() + LIFE_MS),
    createdAt: ctx.now(),
  });
  return id;
}

async function voidLinksOf(
  ctx: Context,
  userId: string,
  { passwordHash }: PendingRegistration,
): Promise<void> {
  const unused = and(ofUser(ctx, userId), isNull(emailVerifications.usedAt));
  const links = await ctx.db.select().from(emailVerifications).where(unused);
  // A hash is salted, so no other registration has the same.
  const same = links.filter(({ registration }) => registration?.passwordHash === passwordHash);
  if (same.length === 0) return;
  const ids = same.map(({ id }) => id);
  await ctx.db
    .update(emailVerifications)
    .set({ usedAt: ctx.now() })
    .where(and(unused, inArray(emailVerifications.id, ids)));
}

/** What was mailed to the user before opens nothing any more. */
export async function voidVerifications(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(emailVerifications)
    .set({ usedAt: ctx.now() })
    .where(and(ofUser(ctx, userId), isNull(emailVerifications.usedAt)));
}

/** As `issueVerification`, unless the account needs none or was sent enough of them. */
export async function issueIfNeeded(ctx: Context, user: UserRow): Promise<string | null> {
  if (user.emailVerifiedAt !== null || !user.isActive) return null;
  const [sent] = await ctx.db
    .select({ count: count() })
    .from(emailVerifications)
    .where(
      and(
        ofUser(ctx, user.id),
        gt(emailVerifications.createdAt, new Date(ctx.now().getTime() - HOUR_MS)),
      ),
    );
  return Number(sent?.count) < VERIFICATION_LIMIT ? issueVerification(ctx, user) : null;
}

export async function findVerification(
  ctx: Context,
  token: string,
): Promise<VerificationRow | null> {
  const [row] = await ctx.db
    .select()
    .from(emailVerifications)
    .where(
      and(
        eq(emailVerifications.storeId, ctx.store.id),
        eq(emailVerifications.tokenHash, hashSecret(token)),
      ),
    );
  return row ?? null;
}

/** True for one caller only, and only within its time. */
export async function spendVerification(ctx: Context, id: string): Promise<boolean> {
  const spent = await ctx.db
    .update(emailVerifications)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        eq(emailVerifications.storeId, ctx.store.id),
        eq(emailVerifications.id, id),
        isNull(emailVerifications.usedAt),
        gt(emailVerifications.expiresAt, ctx.now()),
      ),
    )
    .returning({ id: emailVerifications.id });
  return spent.length > 0;
}

/** What the mail tells; null when the link would not work any more. */
export async function verificationForMail(
  ctx: Context,
  verificationId: string,
): Promise<{ readonly to: string; readonly token: string } | null> {
  const [row] = await ctx.db
    .select()
    .from(emailVerifications)
    .where(
      and(
        eq(emailVerifications.storeId, ctx.store.id),
        eq(emailVerifications.id, verificationId),
        isNull(emailVerifications.usedAt),
        gt(emailVerifications.expiresAt, ctx.now()),
      ),
    );
  const user = row === undefined ? null : await findById(ctx, row.userId);
  // It proves the address it was made for, and no other.
  if (user === null || user.emailCanonical !== row?.email) return null;
  const { id, tokenHash: hash } = row;
  const token = deriveAgain(ctx.ports.secrets.links, PURPOSE, { id, hash });
  return token === null ? null : { to: user.email, token };
}

const ofUser = (ctx: Context, userId: string) =>
  and(eq(emailVerifications.storeId, ctx.store.id), eq(emailVerifications.userId, userId));
