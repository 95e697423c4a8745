/** Price lists: other prices for a group of customers, a quantity, a time. */
import { isUniqueViolation } from "@souk/db";
import { customerGroups, priceListEntries, priceLists } from "@souk/db/schema";
import { and, asc, count, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { conflict, invalidField, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { takeTurns } from "../../kernel/limits.ts";
import {
  type CreatePriceListInput,
  MAX_PRICE_LISTS,
  type PriceList,
  type PriceListAll,
  type PriceListRef,
  type UpdatePriceListInput,
} from "../contract.ts";
import { priceListChanged } from "../events.ts";
import { applyNow, refreshVariants, variantIdsOf } from "./apply-lists.ts";

export type PriceListRow = typeof priceLists.$inferSelect;
type Terms = Pick<PriceListRow, "name" | "customerGroupId" | "startsAt" | "endsAt" | "isActive">;

/** A store has so few that they are one page. */
export async function listPriceLists(ctx: Context): Promise<PriceListAll> {
  const rows = await select(ctx);
  return { items: rows.map(priceListOf) };
}

export async function getPriceList(ctx: Context, { id }: PriceListRef): Promise<PriceList> {
  const [row] = await select(ctx, id.toLowerCase());
  if (row === undefined) throw notFound("price list");
  return priceListOf(row);
}

/** Throws `currency_unknown`, `customer_group_unknown`, `period_invalid`, `name_taken`. */
export function createPriceList(ctx: Context, input: CreatePriceListInput): Promise<PriceList> {
  const { currency = ctx.store.currency } = input;
  if (![ctx.store.currency, ...ctx.store.currencies].includes(currency)) {
    const message = `This store does not sell in ${currency}.`;
    throw invalidField("currency", "currency_unknown", message);
  }
  return changing(ctx, async (ctx) => {
    await takeTurns(ctx.db, [`price-lists:${ctx.store.id}`]);
    const [counted] = await ctx.db
      .select({ lists: count() })
      .from(priceLists)
      .where(eq(priceLists.storeId, ctx.store.id));
    if (Number(counted?.lists) >= MAX_PRICE_LISTS) {
      throw conflict("too_many_price_lists", `A store has at most ${MAX_PRICE_LISTS} price lists.`);
    }
    const terms: Terms = {
      name: input.name,
      customerGroupId: input.customer_group_id?.toLowerCase() ?? null,
      startsAt: dateOf(input.starts_at),
      endsAt: dateOf(input.ends_at),
      isActive: input.is_active,
    };
    await check(ctx, terms);
    const now = ctx.now();
    const [row] = await ctx.db
      .insert(priceLists)
      .values({ ...terms, storeId: ctx.store.id, currency, createdAt: now, updatedAt: now })
      .returning();
    if (row === undefined) throw new Error("the price list was not stored");
    await tell(ctx, "price_list.created", row);
    await applyNow(ctx, row);
    return getPriceList(ctx, row);
  });
}

/** What the input leaves out stays. */
export function updatePriceList(ctx: Context, input: UpdatePriceListInput): Promise<PriceList> {
  return changing(ctx, async (ctx) => {
    const before = await lockPriceList(ctx, input.id);
    const { name = before.name, is_active: isActive = before.isActive } = input;
    const { customer_group_id: group, starts_at: starts, ends_at: ends } = input;
    const terms: Terms = {
      name,
      isActive,
      customerGroupId:
        group === undefined ? before.customerGroupId : (group?.toLowerCase() ?? null),
      startsAt: starts === undefined ? before.startsAt : dateOf(starts),
      endsAt: ends === undefined ? before.endsAt : dateOf(ends),
    };
    await check(ctx, terms);
    await ctx.db
      .update(priceLists)
      .set({ ...terms, updatedAt: ctx.now() })
      .where(named(ctx, before.id));
    await tell(ctx, "price_list.updated", { ...before, ...terms });
    await applyNow(ctx, before);
    return getPriceList(ctx, before);
  });
}

export async function deletePriceList(ctx: Context, { id }: PriceListRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockPriceList(ctx, id);
    const counted = row.isApplied ? await variantIdsOf(ctx, row) : [];
    await ctx.db.delete(priceLists).where(named(ctx, row.id));
    await refreshVariants(ctx, row, counted);
    await tell(ctx, "price_list.deleted", row);
  });
}

/** The list alone: counting its entries reads all of them. */
export async function priceListRow(ctx: Context, id: string): Promise<PriceListRow> {
  const [row] = await ctx.db.select().from(priceLists).where(named(ctx, id.toLowerCase()));
  if (row === undefined) throw notFound("price list");
  return row;
}

/** Those who change its terms or entries take turns. */
export async function lockPriceList(ctx: Context, id: string): Promise<PriceListRow> {
  const [row] = await ctx.db
    .select()
    .from(priceLists)
    .where(named(ctx, id.toLowerCase()))
    .for("update");
  if (row === undefined) throw notFound("price list");
  return row;
}

const changing = async <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> => {
  try {
    return await inTransaction(ctx, work);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = "Another price list has this name.";
    throw conflict("name_taken", message, { fields: { name: [message] } });
  }
};

async function check(ctx: Context, { startsAt, endsAt, customerGroupId }: Terms): Promise<void> {
  if (startsAt !== null && endsAt !== null && startsAt >= endsAt) {
    throw invalidField("ends_at", "period_invalid", "It must end after it starts.");
  }
  if (customerGroupId === null) return;
  const [group] = await ctx.db
    .select({ id: customerGroups.id })
    .from(customerGroups)
    .where(and(eq(customerGroups.storeId, ctx.store.id), eq(customerGroups.id, customerGroupId)))
    .for("share");
  if (group !== undefined) return;
  const message = "There is no such group of customers.";
  throw invalidField("customer_group_id", "customer_group_unknown", message);
}

async function tell(
  ctx: Context,
  action: "price_list.created" | "price_list.updated" | "price_list.deleted",
  row: PriceListRow,
): Promise<void> {
  await record(ctx, {
    action,
    subject: { type: "price_list", id: row.id },
    details: {
      name: row.name,
      currency: row.currency,
      customer_group_id: row.customerGroupId,
      starts_at: row.startsAt?.toISOString() ?? null,
      ends_at: row.endsAt?.toISOString() ?? null,
      is_active: row.isActive,
    },
  });
  await publish(ctx, priceListChanged(row.id));
}

const named = (ctx: Context, id: string) =>
  and(eq(priceLists.storeId, ctx.store.id), eq(priceLists.id, id));

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const select = async ({ db, store }: Context, id?: string) =>
  await db
    .select({
      list: priceLists,
      groupName: customerGroups.name,
      entries: db.$count(
        priceListEntries,
        and(
          eq(priceListEntries.storeId, store.id),
          eq(priceListEntries.priceListId, priceLists.id),
        ),
      ),
    })
    .from(priceLists)
    .leftJoin(
      customerGroups,
      and(eq(customerGroups.storeId, store.id), eq(customerGroups.id, priceLists.customerGroupId)),
    )
    .where(
      and(eq(priceLists.storeId, store.id), id === undefined ? undefined : eq(priceLists.id, id)),
    )
    .orderBy(asc(priceLists.name), asc(priceLists.id));

const priceListOf = ({
  list,
  groupName,
  entries,
}: Awaited<ReturnType<typeof select>>[number]): PriceList => ({
  id: list.id,
  name: list.name,
  currency: list.currency,
  customer_group_id: list.customerGroupId,
  customer_group_name: groupName,
  starts_at: list.startsAt?.toISOString() ?? null,
  ends_at: list.endsAt?.toISOString() ?? null,
  is_active: list.isActive,
  entry_count: Number(entries),
  created_at: list.createdAt.toISOString(),
  updated_at: list.updatedAt.toISOString(),
});
