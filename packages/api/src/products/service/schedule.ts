/** What changes in the shop by the clock alone. */
import { products } from "@souk/db/schema";
import { type Column, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

/** When a product appears or leaves next without anybody doing anything; null: none is due to. */
export async function nextScheduledChange(ctx: Context): Promise<Date | null> {
  const [row] = await ctx.db.execute<{ at: string | null }>(sql`
    select min(at) as at from (
      ${nextOf(ctx, products.publishedAt)} union all ${nextOf(ctx, products.unpublishAt)}
    ) as due`);
  return row?.at ? new Date(row.at) : null;
}

const nextOf = ({ store, now }: Context, column: Column) => sql`
  select min(${column}) as at from ${products}
  where ${products.storeId} = ${store.id} and ${products.status} = 'active'
    and ${column} > ${sql.param(now(), column)}`;
