/** What changes in the shop by the clock alone. */
import { priceLists, products, variants } from "@souk/db/schema";
import { type Column, eq, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** When a product or a price list begins or ends, or a pre-order is due, by the clock alone; null: never. */
export async function nextScheduledChange(ctx: Context): Promise<Date | null> {
  const [row] = await ctx.db.execute<{ at: string | null }>(sql`
    select min(at) as at from (
      ${nextOf(ctx, products.publishedAt)} union all ${nextOf(ctx, products.unpublishAt)}
      union all ${nextPreorder(ctx)}
      union all ${nextOfLists(ctx, priceLists.startsAt)}
      union all ${nextOfLists(ctx, priceLists.endsAt)}
    ) as due`);
  return row?.at ? new Date(row.at) : null;
}

const nextOf = ({ store, now }: Context, column: Column) => sql`
  select min(${column}) as at from ${products}
  where ${products.storeId} = ${store.id} and ${products.status} = 'active'
    and ${column} > ${sql.param(now(), column)}`;

const nextPreorder = ({ store, now }: Context) => sql`
  select min(${variants.preorderShipsAt}) as at from ${variants}
  where ${variants.storeId} = ${store.id}
    and ${variants.preorderShipsAt} > ${sql.param(now(), variants.preorderShipsAt)}`;

/** What is shown to everybody follows the lists that are for everybody. */
const nextOfLists = ({ store, now }: Context, column: Column) => sql`
  select min(${column}) as at from ${priceLists}
  where ${priceLists.storeId} = ${store.id} and ${eq(priceLists.isActive, true)}
    and ${priceLists.customerGroupId} is null and ${column} > ${sql.param(now(), column)}`;
