/** The trail of tries to sign in, as the owner of the account may see it. */
import { loginAttempts } from "@souk/db/schema";
import { and, desc, eq, gte, isNull, lt, or } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { findById, type UserRow } from "../../users/service/index.ts";
import type { ListLoginAttemptsInput, LoginAttempt, LoginAttemptPage } from "../contract.ts";
import { deviceName } from "./device-name.ts";

const CURSOR_ORDER = "login_attempts";

/** Their ids are time-ordered, so sorting by id is sorting by age. */
export async function listLoginAttempts(
  ctx: Context<Customer>,
  { cursor, limit }: ListLoginAttemptsInput,
): Promise<LoginAttemptPage> {
  const user = await findById(ctx, ctx.actor.userId);
  if (user === null) throw notFound("user");
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select()
    .from(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        about(user),
        after === null ? undefined : lt(loginAttempts.id, after.id),
      ),
    )
    .orderBy(desc(loginAttempts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(attemptOf),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

/**
 * Tries that were turned away before anybody looked up the account know its address only. The address
 * may have been another person's before.
 */
const about = (user: UserRow) =>
  or(
    eq(loginAttempts.userId, user.id),
    and(
      isNull(loginAttempts.userId),
      eq(loginAttempts.account, user.emailCanonical),
      gte(loginAttempts.createdAt, user.createdAt),
    ),
  );

export const attemptOf = (row: typeof loginAttempts.$inferSelect): LoginAttempt => ({
  id: row.id,
  created_at: row.createdAt.toISOString(),
  ip: row.ip,
  device: deviceName(row.userAgent),
  result: row.result,
  reason: row.reason,
});
