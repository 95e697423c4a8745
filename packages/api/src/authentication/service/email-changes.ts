/** Moves to another address as rows: one live at a time, for one use, within a day. */
import { uuid7 } from "@souk/db";
import { emailChanges } from "@souk/db/schema";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { deriveAgain, deriveSecret, hashSecret } from "../../kernel/secrets.ts";
import { canonicalEmail, findById, type UserRow } from "../../users/service/index.ts";

const LIFE_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Requests of one account in an hour that make mails. */
export const EMAIL_CHANGE_LIMIT = 5;

export type EmailChangeRow = typeof emailChanges.$inferSelect;

/** Derived from the row, and made again whenever the mail is written: the token is stored nowhere. */
const PURPOSE = "email-change";

/** Whoever gives an address to an account takes turns by this name. */
export const turnOfEmail = (ctx: Context, email: string): string =>
  `email:${ctx.store.id}:${canonicalEmail(email)}`;

export interface EmailChangeRequest {
  readonly email: string;
  /** False: the address is another account's, and the link works for nobody. */
  readonly open: boolean;
}

/** The caller has locked the user. Null: the account asked too often. Earlier links stop working. */
export async function issueEmailChange(
  ctx: Context,
  user: UserRow,
  { email, open }: EmailChangeRequest,
): Promise<string | null> {
  if ((await askedLately(ctx, user.id)) >= EMAIL_CHANGE_LIMIT) return null;
  await voidEmailChanges(ctx, user.id);
  const id = uuid7();
  await ctx.db.insert(emailChanges).values({
    id,
    storeId: ctx.store.id,
    userId: user.id,
    email,
    emailCanonical: canonicalEmail(email),
    fromEmailCanonical: user.emailCanonical,
    tokenHash: hashSecret(deriveSecret(ctx.ports.secrets.links, PURPOSE, id)),
    requestIp: ctx.request.ip,
    expiresAt: new Date(ctx.now().getTime() + LIFE_MS),
    usedAt: open ? null : ctx.now(),
    createdAt: ctx.now(),
  });
  return id;
}

async function askedLately(ctx: Context, userId: string): Promise<number> {
  const since = new Date(ctx.now().getTime() - HOUR_MS);
  const [asked] = await ctx.db
    .select({ count: count() })
    .from(emailChanges)
    .where(and(ofUser(ctx, userId), gt(emailChanges.createdAt, since)));
  return Number(asked?.count);
}

export async function voidEmailChanges(ctx: Context, userId: string): Promise<void> {
  await ctx.db
    .update(emailChanges)
    .set({ usedAt: ctx.now() })
    .where(and(ofUser(ctx, userId), isNull(emailChanges.usedAt)));
}

/** One of this user's that would still work. */
export async function findEmailChange(
  ctx: Context,
  userId: string,
  token: string,
): Promise<EmailChangeRow | null> {
  const [row] = await ctx.db
    .select()
    .from(emailChanges)
    .where(and(usable(ctx), ofUser(ctx, userId), eq(emailChanges.tokenHash, hashSecret(token))));
  return row ?? null;
}

/** True for one caller only, and only within its time. */
export async function spendEmailChange(ctx: Context, id: string): Promise<boolean> {
  const spent = await ctx.db
    .update(emailChanges)
    .set({ usedAt: ctx.now() })
    .where(and(usable(ctx), eq(emailChanges.id, id)))
    .returning({ id: emailChanges.id });
  return spent.length > 0;
}

/** What the mail to the new address tells; null when the link would not work any more. */
export async function emailChangeForMail(
  ctx: Context,
  changeId: string,
): Promise<{ readonly to: string; readonly token: string } | null> {
  const [row] = await ctx.db
    .select()
    .from(emailChanges)
    .where(and(usable(ctx), eq(emailChanges.id, changeId)));
  const user = row === undefined ? null : await findById(ctx, row.userId);
  if (row === undefined || user?.emailCanonical !== row.fromEmailCanonical) return null;
  const { id, tokenHash: hash } = row;
  const token = deriveAgain(ctx.ports.secrets.links, PURPOSE, { id, hash });
  return token === null ? null : { to: row.email, token };
}

/** Where the account lived before and after; null when the person was erased since. */
export async function emailChangeEnds(
  ctx: Context,
  changeId: string,
): Promise<{ readonly old: string; readonly new: string } | null> {
  const [row] = await ctx.db
    .select()
    .from(emailChanges)
    .where(and(eq(emailChanges.storeId, ctx.store.id), eq(emailChanges.id, changeId)));
  const user = row === undefined ? null : await findById(ctx, row.userId);
  if (row === undefined || user === null) return null;
  // As its owner wrote it, as long as that is known.
  const stays = user.emailCanonical === row.fromEmailCanonical;
  return { old: stays ? user.email : row.fromEmailCanonical, new: row.email };
}

const usable = (ctx: Context) =>
  and(
    eq(emailChanges.storeId, ctx.store.id),
    isNull(emailChanges.usedAt),
    gt(emailChanges.expiresAt, ctx.now()),
  );

const ofUser = (ctx: Context, userId: string) =>
  and(eq(emailChanges.storeId, ctx.store.id), eq(emailChanges.userId, userId));
