/** What holds for a shopper: base prices and the lists that apply, for all variants in one statement. */
import { defineQuery } from "@souk/db";
import { customerGroupMembers, priceListEntries, priceLists, prices } from "@souk/db/schema";
import { and, eq, type Placeholder, sql } from "drizzle-orm";
import { asked } from "../../kernel/asked.ts";
import type { Context } from "../../kernel/context.ts";
import {
  type ListOffer,
  type Offers,
  type Step,
  type UnitPrice,
  unitPriceOf,
} from "../resolution.ts";

/** For whom, in what, and when. */
export interface Shopper {
  readonly currency: string;
  /** Null: nobody is signed in. */
  readonly userId: string | null;
  readonly at: Date;
}

/** Whoever calls, now. */
export const shopperOf = ({ actor, store, now }: Context, currency = store.currency): Shopper => ({
  currency,
  userId: actor.kind === "customer" ? actor.userId : null,
  at: now(),
});

type Params = { storeId: string; currency: string; userId: string; at: Date; ids: string };

interface Row {
  readonly variantId: string;
  readonly base: number;
  readonly compareAt: number | null;
  readonly listName: string | null;
  /** Whom the list is for; null: everybody. */
  readonly group: string | null;
  readonly minQuantity: number | null;
  readonly amount: number | null;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

type Param<T> = Placeholder<string, T>;

/** It is switched on, its time has come and is not over, and it is for everybody or for a group of theirs. */
const applies = (p: { storeId: Param<string>; userId: Param<string>; at: Param<Date> }) => {
  const at = sql.param(p.at, priceLists.startsAt);
  return sql`${eq(priceLists.isActive, true)}
    and coalesce(${priceLists.startsAt} <= ${at}, 1 = 1)
    and coalesce(${priceLists.endsAt} > ${at}, 1 = 1)
    and (${priceLists.customerGroupId} is null or exists (
      select 1 from ${customerGroupMembers}
      where ${customerGroupMembers.storeId} = ${p.storeId}
        and ${customerGroupMembers.groupId} = ${priceLists.customerGroupId}
        and ${customerGroupMembers.userId} = ${p.userId}))`;
};

const offered = defineQuery<Params, Row[]>((query, p) => {
  const entries = query
    .select({
      variantId: priceListEntries.variantId,
      name: priceLists.name,
      group: priceLists.customerGroupId,
      minQuantity: priceListEntries.minQuantity,
      amount: priceListEntries.amount,
    })
    .from(sql`${asked(p.ids)}`)
    .crossJoin(priceListEntries)
    .innerJoin(
      priceLists,
      and(
        eq(priceLists.storeId, p.storeId),
        eq(priceLists.id, priceListEntries.priceListId),
        eq(priceLists.currency, p.currency),
        applies(p),
      ),
    )
    .where(
      and(eq(priceListEntries.storeId, p.storeId), eq(priceListEntries.variantId, sql`asked.id`)),
    )
    .as("entries");
  return query
    .select({
      variantId: prices.variantId,
      base: prices.amount,
      compareAt: prices.compareAt,
      listName: entries.name,
      group: entries.group,
      minQuantity: entries.minQuantity,
      amount: entries.amount,
    })
    .from(asked(p.ids))
    .crossJoin(prices)
    .leftJoin(entries, eq(entries.variantId, prices.variantId))
    .where(
      and(
        eq(prices.storeId, p.storeId),
        eq(prices.variantId, sql`asked.id`),
        eq(prices.currency, p.currency),
      ),
    );
});

/** By variant id. What has no base price in the currency is not sold in it, whatever a list says. */
export async function offersFor(
  ctx: Context,
  variantIds: readonly string[],
  { currency, userId, at }: Shopper,
): Promise<ReadonlyMap<string, Offers>> {
  if (variantIds.length === 0) return new Map();
  const rows = await offered(ctx.db, {
    storeId: ctx.store.id,
    currency,
    userId: userId ?? NOBODY,
    at,
    ids: JSON.stringify([...new Set(variantIds)]),
  });
  const byVariant = Map.groupBy(rows, ({ variantId }) => variantId);
  return new Map([...byVariant].map(([variantId, some]) => [variantId, offersOf(some)]));
}

function offersOf(rows: readonly Row[]): Offers {
  const lists = new Map<string, { isPublic: boolean; steps: Step[] }>();
  for (const { listName, group, minQuantity, amount } of rows) {
    if (listName === null || minQuantity === null || amount === null) continue;
    const list = lists.get(listName) ?? { isPublic: group === null, steps: [] };
    list.steps.push({ minQuantity, amount });
    lists.set(listName, list);
  }
  const [{ base, compareAt } = { base: 0, compareAt: null }] = rows;
  const offers = [...lists].map(([name, list]): ListOffer => ({ name, ...list }));
  return { base, compareAt, lists: offers };
}

export interface PricedLine extends UnitPrice {
  readonly variantId: string;
  readonly quantity: number;
  /** What everybody pays, for reference. */
  readonly base: number;
}

/** Line by line; null where the variant is not sold in that currency. */
export async function priced(
  ctx: Context,
  lines: readonly { readonly variantId: string; readonly quantity: number }[],
  shopper: Shopper,
): Promise<(PricedLine | null)[]> {
  const ids = lines.map(({ variantId }) => variantId);
  const offers = await offersFor(ctx, ids, shopper);
  return lines.map(({ variantId, quantity }) => {
    const found = offers.get(variantId);
    if (found === undefined) return null;
    return { variantId, quantity, base: found.base, ...unitPriceOf(found, quantity) };
  });
}
