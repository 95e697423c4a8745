/** Mailed keys to a new password as rows: one live at a time, for one use, within an hour. */
import { uuid7 } from "@souk/db";
import { passwordResets } from "@souk/db/schema";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { deriveAgain, deriveSecret, hashSecret } from "../../kernel/secrets.ts";
import { findById, type UserRow } from "../../users/service/index.ts";

const LIFE_MS = 3_600_000;
const HOUR_MS = 3_600_000;
/** Mails with a link to one account in an hour. */
export const PASSWORD_RESET_LIMIT = 5;

export type PasswordResetRow = typeof passwordResets.$inferSelect;

/** Derived from the row, and made again whenever the mail is written: the token is stored nowhere. */
const PURPOSE = "password-reset";

/** The caller has locked the user. Null: the account was sent enough of them, or may not be opened. */
export async function issuePasswordReset(ctx: Context, user: UserRow): Promise<string | null> {
  if (!user.isActive || (await sentLately(ctx, user.id)) >= PASSWORD_RESET_LIMIT) return null;
  await voidPasswordResets(ctx, user.id);
  const id = uuid7();
  await ctx.db.insert(passwordResets).values({
    id,
    storeId: ctx.store.id,
    userId: user.id,
    email: user.emailCanonical,
    tokenHash: hashSecret(deriveSecret(ctx.ports.secrets.links, PURPOSE, id)),
    requestIp: ctx.request.ip,
    expiresAt: new Date(ctx.now().getTime() + LIFE_MS),
    createdAt: ctx.now(),
  });
  return id;
}

async function sentLately(ctx: Context, userId: string): Promise<number> {
  const [sent] = await ctx.db
    .select({ count: count() })
    .from(passwordResets)
    .where(
      and(
        ofUser(ctx, userId),
        gt(passwordResets.createdAt, new Date(ctx.now().getTime() - HOUR_MS)),
      ),
    );
  return Number(sent?.count);
}

export async function voidPasswordResets(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(passwordResets)
    .set({ usedAt: ctx.now() })
    .where(and(ofUser(ctx, userId), isNull(passwordResets.usedAt)));
}

/** One that would still work, for the user as they are now. */
export async function findPasswordReset(
  ctx: Context,
  token: string,
): Promise<{ readonly reset: PasswordResetRow; readonly user: UserRow } | null> {
  return live(ctx, eq(passwordResets.tokenHash, hashSecret(token)));
}

/** True for one caller only, and only within its time. */
export async function spendPasswordReset(ctx: Context, id: string): Promise<boolean> {
  const spent = await ctx.db
    .update(passwordResets)
    .set({ usedAt: ctx.now(), useIp: ctx.request.ip })
    .where(and(usable(ctx), eq(passwordResets.id, id)))
    .returning({ id: passwordResets.id });
  return spent.length > 0;
}

/** What the mail tells; null when the link would not work any more. */
export async function passwordResetForMail(
  ctx: Context,
  resetId: string,
): Promise<{ readonly to: string; readonly token: string } | null> {
  const found = await live(ctx, eq(passwordResets.id, resetId));
  if (found === null) return null;
  const { id, tokenHash: hash } = found.reset;
  const token = deriveAgain(ctx.ports.secrets.links, PURPOSE, { id, hash });
  return token === null ? null : { to: found.user.email, token };
}

async function live(ctx: Context, which: ReturnType<typeof eq>) {
  const [reset] = await ctx.db
    .select()
    .from(passwordResets)
    .where(and(usable(ctx), which));
  const user = reset === undefined ? null : await findById(ctx, reset.userId);
  if (reset === undefined || user === null) return null;
  return stillTheirs(reset, user) ? { reset, user } : null;
}

/** It was mailed to an address, which may be another person's by now. */
export const stillTheirs = (reset: PasswordResetRow, user: UserRow): boolean =>
  user.isActive && user.emailCanonical === reset.email;

const usable = (ctx: Context) =>
  and(
    eq(passwordResets.storeId, ctx.store.id),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, ctx.now()),
  );

const ofUser = (ctx: Context, userId: string) =>
  and(eq(passwordResets.storeId, ctx.store.id), eq(passwordResets.userId, userId));
