/** Who is in a group. */
import { customerGroupMembers, users } from "@souk/db/schema";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import { DomainError, notFound } from "../../../kernel/errors.ts";
import type {
  AddMembersInput,
  CustomerGroup,
  ListMembersInput,
  MemberPage,
  MemberRef,
} from "../contract.ts";
import { getGroup, lockGroup } from "./groups.ts";

const CURSOR_ORDER = "customer-group-members";

/** In the order in which they came. */
export async function listMembers(ctx: Context, input: ListMembersInput): Promise<MemberPage> {
  const { id, cursor, limit } = input;
  const group = await getGroup(ctx, { id });
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select({
      id: customerGroupMembers.id,
      user_id: users.id,
      email: users.email,
      first_name: users.firstName,
      last_name: users.lastName,
      since: customerGroupMembers.createdAt,
    })
    .from(customerGroupMembers)
    .innerJoin(
      users,
      and(eq(users.storeId, ctx.store.id), eq(users.id, customerGroupMembers.userId)),
    )
    .where(
      and(
        eq(customerGroupMembers.storeId, ctx.store.id),
        eq(customerGroupMembers.groupId, group.id),
        after === null ? undefined : gt(customerGroupMembers.id, after.id),
      ),
    )
    .orderBy(asc(customerGroupMembers.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ id: _id, since, ...member }) => ({
      ...member,
      since: since.toISOString(),
    })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

/** All of them, or none: `user_unknown` names each that is no customer. Who is in it stays. */
export function addMembers(ctx: Context<Staff>, input: AddMembersInput): Promise<CustomerGroup> {
  const userIds = input.user_ids.map((id) => id.toLowerCase());
  return inTransaction(ctx, async (ctx) => {
    const group = await lockGroup(ctx, input.id);
    await refuseUnknown(ctx, userIds);
    const added = await ctx.db
      .insert(customerGroupMembers)
      .values(
        [...new Set(userIds)].map((userId) => ({
          ...{ storeId: ctx.store.id, groupId: group.id, userId },
          createdAt: ctx.now(),
        })),
      )
      .onConflictDoNothing()
      .returning({ userId: customerGroupMembers.userId });
    for (const { userId } of added) {
      await tell(ctx, "customer_group.member_added", group, userId);
    }
    return getGroup(ctx, group);
  });
}

export async function removeMember(ctx: Context<Staff>, input: MemberRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const group = await lockGroup(ctx, input.id);
    const [gone] = await ctx.db
      .delete(customerGroupMembers)
      .where(
        and(
          eq(customerGroupMembers.storeId, ctx.store.id),
          eq(customerGroupMembers.groupId, group.id),
          eq(customerGroupMembers.userId, input.user_id.toLowerCase()),
        ),
      )
      .returning({ userId: customerGroupMembers.userId });
    if (gone === undefined) throw notFound("customer group member");
    await tell(ctx, "customer_group.member_removed", group, gone.userId);
  });
}

async function refuseUnknown(ctx: Context, userIds: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.storeId, ctx.store.id), inArray(users.id, [...userIds])));
  const known = new Set(rows.map(({ id }) => id));
  const unknown = userIds.flatMap((id, i) =>
    known.has(id) ? [] : [[`user_ids.${i}`, ["There is no such customer."]] as const],
  );
  if (unknown.length === 0) return;
  const fields = Object.fromEntries(unknown);
  throw new DomainError("invalid", "user_unknown", "There is no such customer.", { fields });
}

const tell = (
  ctx: Context,
  action: "customer_group.member_added" | "customer_group.member_removed",
  group: { readonly id: string; readonly name: string },
  userId: string,
): Promise<void> =>
  record(ctx, {
    action,
    subject: { type: "user", id: userId },
    details: { group_id: group.id, name: group.name },
  });
