/** What changes in the shop by the clock alone. */
import { products, variants } from "@souk/db/schema";
import { type Column, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** When a product appears or leaves, or a pre-order is due, without anybody doing anything; null: never. */
export async function nextScheduledChange(ctx: Context): Promise<Date | null> {
  const [row] = await ctx.db.execute<{ at: string | null }>(sql`
    select min(at) as at from (
      ${nextOf(ctx, products.publishedAt)} union all ${nextOf(ctx, products.unpublishAt)}
      union all ${nextPreorder(ctx)}
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
