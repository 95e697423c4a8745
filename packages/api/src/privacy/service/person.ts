/** Under which addresses a person is known: the one of now, and those they moved away from. */
import { auditEntries, users as usersTable } from "@souk/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import * as authentication from "../../authentication/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import * as users from "../../users/service/index.ts";

export async function personOf(ctx: Context, row: users.UserRow): Promise<users.Person> {
  const moved = await authentication.leftAddresses(ctx, row.id);
  const recorded = await recordedMoves(ctx, row.id);
  const left = new Set([...moved, ...recorded].map(users.canonicalEmail));
  return users.personOf(row, await withoutTaken(ctx, [...left], row.id));
}

/** The trail remembers moves for longer than their links are kept. */
async function recordedMoves(ctx: Context, userId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ personal: auditEntries.personal })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.storeId, ctx.store.id),
        eq(auditEntries.action, "email.changed"),
        eq(auditEntries.subjectId, userId),
      ),
    );
  return rows.flatMap(({ personal }) => {
    const from: unknown = personal === null ? null : Reflect.get(personal, "from");
    return typeof from === "string" ? [from] : [];
  });
}

/** An address that somebody else has now is that one's. */
async function withoutTaken(
  ctx: Context,
  addresses: readonly string[],
  userId: string,
): Promise<readonly string[]> {
  if (addresses.length === 0) return addresses;
  const taken = await ctx.db
    .select({ address: usersTable.emailCanonical })
    .from(usersTable)
    .where(
      and(
        eq(usersTable.storeId, ctx.store.id),
        inArray(usersTable.emailCanonical, [...addresses]),
        ne(usersTable.id, userId),
      ),
    );
  const others = new Set(taken.map(({ address }) => address));
  return addresses.filter((address) => !others.has(address));
}
