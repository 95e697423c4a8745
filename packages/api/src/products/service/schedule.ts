/** What changes in the shop by the clock alone. */
import { collections, priceLists, products, variants } from "@souk/db/schema";
import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { CollectionRule } from "../collections/contract.ts";

const DAY_MS = 86_400_000;

/**
 * When a product next appears or leaves, the shop or a collection, a price list begins or ends, or a
 * pre-order is due, without anybody doing anything; null: none is due to.
 */
export async function nextScheduledChange(ctx: Context): Promise<Date | null> {
  const spans = await spansOfCollections(ctx);
  const moments = [
    nextOf(ctx, products.publishedAt, 0),
    nextOf(ctx, products.unpublishAt, 0),
    nextPreorder(ctx),
    nextOfLists(ctx, priceLists.startsAt),
    nextOfLists(ctx, priceLists.endsAt),
    ...spans.map(({ field, days }) =>
      nextOf(ctx, field === "created" ? products.createdAt : products.publishedAt, days),
    ),
  ];
  const rows = await ctx.db.execute<{ at: string | null; days: number | string }>(
    sql.join(moments, sql` union all `),
  );
  const due = rows.flatMap(({ at, days }) =>
    at === null ? [] : [new Date(at).getTime() + Number(days) * DAY_MS],
  );
  return due.length === 0 ? null : new Date(Math.min(...due));
}

/** What happened at a moment of a product's, and so many days after it. */
const nextOf = ({ store, now }: Context, column: Column, days: number): SQL => sql`
  select min(${column}) as at, ${sql.raw(String(days))} as days from ${products}
  where ${products.storeId} = ${store.id} and ${products.status} = 'active'
    and ${column} > ${sql.param(new Date(now().getTime() - days * DAY_MS), column)}`;

const nextPreorder = ({ store, now }: Context) => sql`
  select min(${variants.preorderShipsAt}) as at, 0 as days from ${variants}
  where ${variants.storeId} = ${store.id}
    and ${variants.preorderShipsAt} > ${sql.param(now(), variants.preorderShipsAt)}`;

/** What is shown to everybody follows the lists that are for everybody. */
const nextOfLists = ({ store, now }: Context, column: Column) => sql`
  select min(${column}) as at, 0 as days from ${priceLists}
  where ${priceLists.storeId} = ${store.id} and ${eq(priceLists.isActive, true)}
    and ${priceLists.customerGroupId} is null and ${column} > ${sql.param(now(), column)}`;

interface Span {
  readonly field: "created" | "published";
  readonly days: number;
}

/** Of the rules that count days, each once. */
async function spansOfCollections(ctx: Context): Promise<readonly Span[]> {
  const rows = await ctx.db
    .select({ rules: collections.rules })
    .from(collections)
    .where(
      and(
        eq(collections.storeId, ctx.store.id),
        eq(collections.kind, "rules"),
        eq(collections.isPublished, true),
      ),
    );
  const spans = rows
    .flatMap(({ rules }) => rules as CollectionRule[])
    .flatMap((rule) =>
      rule.field === "created" || rule.field === "published"
        ? [[`${rule.field} ${rule.value}`, { field: rule.field, days: rule.value }] as const]
        : [],
    );
  return [...new Map(spans).values()];
}
