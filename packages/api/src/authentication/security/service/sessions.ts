/** Where people are signed in, and signing them out. */
import { sessions, users } from "@souk/db/schema";
import { and, desc, eq, gt, lt, or } from "drizzle-orm";
import { assertMayManage } from "../../../access/service/index.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { type CursorPosition, decodeCursor, encodeCursor, HASH } from "../../../kernel/cursor.ts";
import { notFound } from "../../../kernel/errors.ts";
import { lockUser } from "../../../users/service/index.ts";
import type { DeviceSessionRef } from "../../contract.ts";
import { sessionOf } from "../../service/own-sessions.ts";
import { endAllAndRecord, endAndRecord } from "../../service/session-audit.ts";
import type { ListAllSessionsInput, SessionPage, UserRef } from "../contract.ts";

const CURSOR_ORDER = "sessions";

/** The last opened first: unlike the time of the last use, that stays as it is from page to page. */
export async function listSessions(
  ctx: Context,
  { cursor, limit, user_id }: ListAllSessionsInput,
): Promise<SessionPage> {
  const rows = await ctx.db
    .select({ session: sessions, email: users.email })
    .from(sessions)
    .innerJoin(users, and(eq(users.storeId, sessions.storeId), eq(users.id, sessions.userId)))
    .where(
      and(
        eq(sessions.storeId, ctx.store.id),
        gt(sessions.expiresAt, ctx.now()),
        user_id === undefined ? undefined : eq(sessions.userId, user_id.toLowerCase()),
        cursor === undefined
          ? undefined
          : behind(ctx, decodeCursor(CURSOR_ORDER, "number", cursor, HASH)),
      ),
    )
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.session : undefined;
  const position = last && { key: last.createdAt.getTime(), id: last.id };
  return {
    items: page.map(({ session, email }) => ({
      ...sessionOf(ctx, session),
      user_id: session.userId,
      email,
    })),
    next_cursor: position === undefined ? null : encodeCursor(CURSOR_ORDER, position),
  };
}

/** A cursor that somebody made up may name an instant that no engine knows. */
function behind(ctx: Context, { key, id }: CursorPosition) {
  const at = new Date(Math.min(Math.max(Number(key), 0), ctx.now().getTime()));
  return or(lt(sessions.createdAt, at), and(eq(sessions.createdAt, at), lt(sessions.id, id)));
}

export async function endSession(ctx: Context<Staff>, { id }: DeviceSessionRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ userId: sessions.userId })
      .from(sessions)
      .where(and(eq(sessions.storeId, ctx.store.id), eq(sessions.id, id)));
    if (row === undefined) throw notFound("session");
    await lockUser(ctx, row.userId);
    await assertMayManage(ctx, row.userId);
    if ((await endAndRecord(ctx, { id }, "staff")) === null) throw notFound("session");
  });
  const { actor } = ctx;
  const own = actor.kind === "customer" && actor.via === "cookie" && actor.sessionId === id;
  if (own) ctx.sessionCookie.clear();
}

export async function endSessionsOfUser(ctx: Context<Staff>, input: UserRef): Promise<void> {
  const userId = input.id.toLowerCase();
  await inTransaction(ctx, async (ctx) => {
    if ((await lockUser(ctx, userId)) === null) throw notFound("user");
    await assertMayManage(ctx, userId);
    await endAllAndRecord(ctx, { userId }, "staff");
  });
}
