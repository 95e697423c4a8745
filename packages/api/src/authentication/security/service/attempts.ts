/** The trail of tries to sign in, whoever tried. */
import { loginAttempts } from "@souk/db/schema";
import { and, desc, eq, gte, lt, or } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import { storable } from "../../../kernel/typed-text.ts";
import { canonicalEmail } from "../../../users/service/index.ts";
import { attemptOf } from "../../service/login-attempts.ts";
import type { AttemptPage, ListAttemptsInput } from "../contract.ts";

const CURSOR_ORDER = "attempts";

/** Newest first. Their ids are time-ordered, so sorting by id is sorting by age. */
export async function listAttempts(ctx: Context, input: ListAttemptsInput): Promise<AttemptPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select()
    .from(loginAttempts)
    .where(
      and(
        eq(loginAttempts.storeId, ctx.store.id),
        ...filtersOf(input),
        after === null ? undefined : lt(loginAttempts.id, after.id),
      ),
    )
    .orderBy(desc(loginAttempts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({ ...attemptOf(row), account: row.account, user_id: row.userId })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

function filtersOf({ result, reason, account, ip, since }: ListAttemptsInput) {
  return [
    result === undefined ? undefined : eq(loginAttempts.result, result),
    reason === undefined ? undefined : eq(loginAttempts.reason, storable(reason)),
    account === undefined ? undefined : eq(loginAttempts.account, canonicalEmail(account)),
    ip === undefined ? undefined : cameFrom(storable(ip)),
    since === undefined ? undefined : gte(loginAttempts.createdAt, notBeforeAll(since)),
  ];
}

/** An address, or a client as locks name it. */
const cameFrom = (ip: string) => or(eq(loginAttempts.ip, ip), eq(loginAttempts.client, ip));

/** Not every engine knows the years that a text may name. */
const notBeforeAll = (since: string): Date => new Date(Math.max(Date.parse(since), 0));
