/** Groups of customers: what price lists are for. */
import { isUniqueViolation } from "@souk/db";
import { customerGroupMembers, customerGroups, priceLists } from "@souk/db/schema";
import { and, asc, count, eq } from "drizzle-orm";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import {
  type CreateGroupInput,
  type CustomerGroup,
  type CustomerGroupList,
  type GroupRef,
  MAX_GROUPS,
  type UpdateGroupInput,
} from "../contract.ts";

type Ctx = Context<Staff>;
type GroupRow = typeof customerGroups.$inferSelect;

/** A store has so few that they are one page. */
export async function listGroups(ctx: Context): Promise<CustomerGroupList> {
  const rows = await select(ctx);
  return { items: rows.map(groupOf) };
}

export async function getGroup(ctx: Context, { id }: GroupRef): Promise<CustomerGroup> {
  const [row] = await select(ctx, id.toLowerCase());
  if (row === undefined) throw notFound("customer group");
  return groupOf(row);
}

export function createGroup(ctx: Ctx, input: CreateGroupInput): Promise<CustomerGroup> {
  return naming(ctx, async (ctx) => {
    await takeTurns(ctx.db, [`customer-groups:${ctx.store.id}`]);
    const [counted] = await ctx.db
      .select({ groups: count() })
      .from(customerGroups)
      .where(eq(customerGroups.storeId, ctx.store.id));
    if (Number(counted?.groups) >= MAX_GROUPS) {
      throw conflict("too_many_customer_groups", `A store has at most ${MAX_GROUPS} groups.`);
    }
    const now = ctx.now();
    const [row] = await ctx.db
      .insert(customerGroups)
      .values({ ...input, storeId: ctx.store.id, createdAt: now, updatedAt: now })
      .returning();
    if (row === undefined) throw new Error("the group was not stored");
    await tell(ctx, "customer_group.created", row);
    return getGroup(ctx, row);
  });
}

/** What the input leaves out stays. */
export function updateGroup(ctx: Ctx, { id, ...input }: UpdateGroupInput): Promise<CustomerGroup> {
  return naming(ctx, async (ctx) => {
    const before = await lockGroup(ctx, id);
    const { name = before.name, description = before.description } = input;
    await ctx.db
      .update(customerGroups)
      .set({ name, description, updatedAt: ctx.now() })
      .where(named(ctx, before.id));
    await tell(ctx, "customer_group.updated", { ...before, name });
    return getGroup(ctx, before);
  });
}

/** Its price lists would go with it unseen: they come first. */
export async function deleteGroup(ctx: Ctx, { id }: GroupRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockGroup(ctx, id);
    const [list] = await ctx.db
      .select({ name: priceLists.name })
      .from(priceLists)
      .where(and(eq(priceLists.storeId, ctx.store.id), eq(priceLists.customerGroupId, row.id)))
      .limit(1);
    if (list !== undefined) {
      throw conflict(
        "customer_group_in_use",
        `The price list ${list.name} is for this group. Delete it, or give it to another.`,
      );
    }
    await ctx.db.delete(customerGroups).where(named(ctx, row.id));
    await tell(ctx, "customer_group.deleted", row);
  });
}

/** Those who change it, its members or the lists that are for it take turns. */
export async function lockGroup(ctx: Context, id: string): Promise<GroupRow> {
  const [row] = await ctx.db
    .select()
    .from(customerGroups)
    .where(named(ctx, id.toLowerCase()))
    .for("update");
  if (row === undefined) throw notFound("customer group");
  return row;
}

async function naming<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(ctx, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = "Another group has this name.";
    throw conflict("name_taken", message, { fields: { name: [message] } });
  }
}

const tell = (ctx: Context, action: AuditAction, { id, name }: GroupRow): Promise<void> =>
  record(ctx, { action, subject: { type: "customer_group", id }, details: { name } });

const named = (ctx: Context, id: string) =>
  and(eq(customerGroups.storeId, ctx.store.id), eq(customerGroups.id, id));

const select = async ({ db, store }: Context, id?: string) =>
  await db
    .select({ group: customerGroups, members: count(customerGroupMembers.id) })
    .from(customerGroups)
    .leftJoin(
      customerGroupMembers,
      and(
        eq(customerGroupMembers.storeId, store.id),
        eq(customerGroupMembers.groupId, customerGroups.id),
      ),
    )
    .where(
      and(
        eq(customerGroups.storeId, store.id),
        id === undefined ? undefined : eq(customerGroups.id, id),
      ),
    )
    .groupBy(customerGroups.id)
    .orderBy(asc(customerGroups.name), asc(customerGroups.id));

const groupOf = ({
  group,
  members,
}: Awaited<ReturnType<typeof select>>[number]): CustomerGroup => ({
  id: group.id,
  name: group.name,
  description: group.description,
  member_count: Number(members),
  created_at: group.createdAt.toISOString(),
  updated_at: group.updatedAt.toISOString(),
});
