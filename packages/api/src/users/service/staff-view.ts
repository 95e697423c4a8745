/** People as staff sees them: found by what they are called, with what they did, in two statements a page. */
import {
  addresses,
  loginAttempts,
  orders,
  passkeys,
  roleGrants,
  roles,
  totpFactors,
  users,
} from "@souk/db/schema";
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { beginsWith } from "../../kernel/typed-text.ts";
import type { ListUsersInput, UserDetail, UserForStaff, UserPage, UserRef } from "../contract.ts";
import { canonicalEmail, canonicalUsername, findById, type UserRow, userOf } from "./accounts.ts";
import { addressOf } from "./addresses.ts";
import { isGranted } from "./consents.ts";

const CURSOR_ORDER = "users";
/** Reasons of tries that opened a session. */
const SIGN_INS = ["signed_in", "email_verified"];

/** Ids are time-ordered, so sorting by id is sorting by age. */
export async function listUsers(ctx: Context, input: ListUsersInput): Promise<UserPage> {
  const { cursor, limit, search, status } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select()
    .from(users)
    .where(
      and(
        eq(users.storeId, ctx.store.id),
        search === undefined || search === "" ? undefined : called(search),
        status === undefined ? undefined : inStatus[status],
        after === null ? undefined : lt(users.id, after.id),
      ),
    )
    .orderBy(desc(users.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const facts = await factsOf(ctx, page);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => forStaff(row, facts.get(row.id))),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

export async function getUser(ctx: Context, input: UserRef): Promise<UserDetail> {
  const row = await findById(ctx, input.id.toLowerCase());
  if (row === null) throw notFound("user");
  const facts = await factsOf(ctx, [row]);
  const book = await ctx.db
    .select()
    .from(addresses)
    .where(and(eq(addresses.storeId, ctx.store.id), eq(addresses.userId, row.id)))
    .orderBy(desc(addresses.isDefault), asc(addresses.id));
  const held = await ctx.db
    .select({ slug: roles.slug, name: roles.name })
    .from(roleGrants)
    .innerJoin(roles, and(eq(roles.storeId, roleGrants.storeId), eq(roles.id, roleGrants.roleId)))
    .where(and(eq(roleGrants.storeId, ctx.store.id), eq(roleGrants.userId, row.id)))
    .orderBy(asc(roleGrants.id));
  return {
    ...forStaff(row, facts.get(row.id)),
    addresses: book.map(addressOf),
    marketing_email: await isGranted(ctx, row.id, "marketing_email"),
    has_second_factor: facts.get(row.id)?.hasSecondFactor ?? false,
    roles: held,
  };
}

const called = (search: string): SQL | undefined =>
  or(
    beginsWith(users.emailCanonical, canonicalEmail(search)),
    beginsWith(users.usernameCanonical, canonicalUsername(search)),
    beginsWith(sql`${users.firstName} || ' ' || ${users.lastName}`, search),
    beginsWith(users.lastName, search),
  );

const inStatus = {
  active: and(eq(users.isActive, true), isNotNull(users.emailVerifiedAt)),
  disabled: eq(users.isActive, false),
  unverified: and(eq(users.isActive, true), isNull(users.emailVerifiedAt)),
} as const;

interface Facts {
  readonly isStaff: boolean;
  readonly orders: number;
  readonly lastSignInAt: Date | null;
  readonly hasSecondFactor: boolean;
}

type OwnedTable = PgTable & { readonly storeId: PgColumn; readonly userId: PgColumn };

async function factsOf(
  ctx: Context,
  rows: readonly UserRow[],
): Promise<ReadonlyMap<string, Facts>> {
  if (rows.length === 0) return new Map();
  const { db, store } = ctx;
  const theirs = (table: OwnedTable) =>
    and(eq(table.storeId, store.id), eq(table.userId, users.id));
  const any = (table: OwnedTable, which?: SQL): SQL<boolean> =>
    exists(
      db
        .select({ one: sql`1` })
        .from(table)
        .where(and(theirs(table), which)),
    ).mapWith(Boolean) as SQL<boolean>;
  const facts = await db
    .select({
      id: users.id,
      isStaff: any(roleGrants),
      orders: sql`(${db.select({ count: count() }).from(orders).where(theirs(orders))})`.mapWith(
        Number,
      ),
      lastSignInAt: sql<Date | null>`(${db
        .select({ at: max(loginAttempts.createdAt) })
        .from(loginAttempts)
        .where(and(theirs(loginAttempts), inArray(loginAttempts.reason, SIGN_INS)))})`.mapWith(
        loginAttempts.createdAt,
      ),
      hasTotp: any(totpFactors, isNotNull(totpFactors.confirmedAt)),
      hasPasskey: any(passkeys),
    })
    .from(users)
    .where(
      and(
        eq(users.storeId, store.id),
        inArray(
          users.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return new Map(
    facts.map(({ id, hasTotp, hasPasskey, ...row }) => [
      id,
      { ...row, hasSecondFactor: hasTotp || hasPasskey },
    ]),
  );
}

const forStaff = (row: UserRow, facts: Facts | undefined): UserForStaff => ({
  ...userOf(row),
  is_active: row.isActive,
  is_staff: facts?.isStaff ?? false,
  orders: facts?.orders ?? 0,
  last_sign_in_at: facts?.lastSignInAt?.toISOString() ?? null,
});
