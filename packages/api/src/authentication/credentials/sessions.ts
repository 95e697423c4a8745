/**
 * Device sessions: Lucia makes the secret and decides when a session slides; the row knows only the
 * secret's hash, and no session lives past its absolute end.
 */
import { defineQuery } from "@souk/db";
import { roleGrants, sessions, users } from "@souk/db/schema";
import { and, desc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import { Lucia, TimeSpan } from "lucia";
import type { Context } from "../../kernel/context.ts";
import { hashSecret } from "../../kernel/secrets.ts";
import { SessionRows } from "./session-rows.ts";

/** Unused for so long, a session ends. */
const IDLE = new TimeSpan(7, "d");
/** However much it is used, it ends. */
const ABSOLUTE = new TimeSpan(30, "d");

/** The time of the last use is true to this. */
const USE_NOTED_EVERY_MS = 60_000;

/** One more, and the user's least lately used one ends. */
export const MAX_SESSIONS = 50;

export type SessionRow = typeof sessions.$inferSelect;

export interface LiveSession {
  /** The row's id: the hash of the secret. */
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly expiresAt: Date;
  readonly endsAt: Date;
  readonly lastUsedAt: Date;
  readonly authenticatedAt: Date | null;
  /** Whether its user holds a role. */
  readonly isStaff: boolean;
}

export interface OpenedSession {
  readonly id: string;
  /** For the device alone. */
  readonly secret: string;
  readonly expiresAt: Date;
  readonly endsAt: Date;
}

/** By a person who proved just now who they are. */
export async function openSession(ctx: Context, userId: string): Promise<OpenedSession> {
  await makeRoom(ctx, userId);
  const endsAt = after(ctx, ABSOLUTE);
  const rows = new SessionRows(ctx, { endsAt, authenticated: true });
  const { id: secret } = await luciaOver(rows).createSession(userId, {});
  return { id: hashSecret(secret), secret, expiresAt: after(ctx, IDLE), endsAt };
}

/** By the device's secret. `slid`: the device should be told the new expiry. */
export async function readSession(
  ctx: Context,
  secret: string,
): Promise<{ readonly session: LiveSession; readonly slid: boolean } | null> {
  const known = await findSession(ctx, hashSecret(secret));
  const rows = new SessionRows(ctx, known === null ? {} : { known });
  const { session } = await luciaOver(rows).validateSession(secret);
  if (session === null || known === null) return null;
  if (!rows.slid) await noteUse(ctx, known);
  return { session: { ...known, expiresAt: rows.expiresAt }, slid: rows.slid };
}

/** By the row's id, as access tokens name it. Null: it has ended, or its user may no longer act. */
export async function liveSession(ctx: Context, id: string): Promise<LiveSession | null> {
  const session = await findSession(ctx, id);
  if (session?.isActive !== true || session.expiresAt <= ctx.now()) return null;
  await noteUse(ctx, session);
  return session;
}

/** A sign of life that comes without the secret: each use of a refresh token. */
export async function extendSession(ctx: Context, session: LiveSession): Promise<Date> {
  const rows = new SessionRows(ctx, { known: { ...session, isActive: true } });
  await rows.extendTo(after(ctx, IDLE));
  return rows.expiresAt;
}

/** The person on this device has proved again who they are. */
export async function noteAuthentication(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .update(sessions)
    .set({ authenticatedAt: ctx.now() })
    .where(and(eq(sessions.storeId, ctx.store.id), eq(sessions.id, id)));
}

/** Of the devices that are signed in, the last used first. */
export async function sessionsOf(ctx: Context, userId: string): Promise<readonly SessionRow[]> {
  return await ctx.db
    .select()
    .from(sessions)
    .where(and(ofUser(ctx, userId), gt(sessions.expiresAt, ctx.now())))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt))
    .limit(MAX_SESSIONS);
}

/** Until the unit of work ends nobody else exchanges, extends or ends it. Null: it has ended. */
export async function lockSession(ctx: Context, id: string): Promise<{ userId: string } | null> {
  const [row] = await ctx.db
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.storeId, ctx.store.id), eq(sessions.id, id)))
    .for("update");
  return row ?? null;
}

/**
 * Its refresh tokens go with it, and its access tokens name a session that is no more. `userId`: only
 * if it is theirs. Answers whose it was; null: there was none.
 */
export async function endSession(
  ctx: Context,
  id: string,
  userId?: string,
): Promise<string | null> {
  const [ended] = await ctx.db
    .delete(sessions)
    .where(
      and(
        eq(sessions.storeId, ctx.store.id),
        eq(sessions.id, id),
        userId === undefined ? undefined : eq(sessions.userId, userId),
      ),
    )
    .returning({ userId: sessions.userId });
  return ended?.userId ?? null;
}

/** Everywhere at once; `keep`: but for the one that asks. Answers how many they were. */
export async function endSessionsOf(ctx: Context, userId: string, keep?: string): Promise<number> {
  const ended = await ctx.db
    .delete(sessions)
    .where(and(ofUser(ctx, userId), keep === undefined ? undefined : ne(sessions.id, keep)))
    .returning({ id: sessions.id });
  return ended.length;
}

export const deleteExpiredSessions = (ctx: Context): Promise<void> =>
  luciaOver(new SessionRows(ctx, {})).deleteExpiredSessions();

const luciaOver = (rows: SessionRows): Lucia => new Lucia(rows, { sessionExpiresIn: IDLE });

const after = (ctx: Context, span: TimeSpan): Date =>
  new Date(ctx.now().getTime() + span.milliseconds());

const ofUser = (ctx: Context, userId: string) =>
  and(eq(sessions.storeId, ctx.store.id), eq(sessions.userId, userId));

/** The caller has locked the user. */
async function makeRoom(ctx: Context, userId: string): Promise<void> {
  const surplus = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(ofUser(ctx, userId))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt))
    .limit(MAX_SESSIONS)
    .offset(MAX_SESSIONS - 1);
  if (surplus.length === 0) return;
  const ids = surplus.map(({ id }) => id);
  await ctx.db.delete(sessions).where(and(ofUser(ctx, userId), inArray(sessions.id, ids)));
}

/** Reading must not become writing, so a use soon after another is not noted. */
async function noteUse(ctx: Context, { id, lastUsedAt }: LiveSession): Promise<void> {
  const due = new Date(ctx.now().getTime() - USE_NOTED_EVERY_MS);
  if (lastUsedAt > due) return;
  await ctx.db
    .update(sessions)
    .set({ lastUsedAt: ctx.now() })
    .where(
      and(
        eq(sessions.storeId, ctx.store.id),
        eq(sessions.id, id),
        // Of many calls at once one writes.
        lte(sessions.lastUsedAt, due),
      ),
    );
}

type Found = LiveSession & { readonly isActive: boolean };

async function findSession(ctx: Context, id: string): Promise<Found | null> {
  const [row] = await sessionById(ctx.db, { storeId: ctx.store.id, id });
  return row ?? null;
}

/** Behind each signed-in call, so it is compiled once. */
const sessionById = defineQuery<{ storeId: string; id: string }, Found[]>((query, p) =>
  query
    .select({
      id: sessions.id,
      userId: sessions.userId,
      email: users.email,
      isActive: users.isActive,
      expiresAt: sessions.expiresAt,
      endsAt: sessions.endsAt,
      lastUsedAt: sessions.lastUsedAt,
      authenticatedAt: sessions.authenticatedAt,
      isStaff: sql<boolean>`exists (
        select 1 from ${roleGrants}
        where ${roleGrants.storeId} = ${sessions.storeId} and ${roleGrants.userId} = ${users.id}
      )`.mapWith(Boolean),
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.storeId, sessions.storeId), eq(users.id, sessions.userId)))
    .where(and(eq(sessions.storeId, p.storeId), eq(sessions.id, p.id))),
);
