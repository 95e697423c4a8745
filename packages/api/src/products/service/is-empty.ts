/** Whether there is anything in the catalogue, published or not. */
import { products } from "@souk/db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

export async function isEmpty(ctx: Context): Promise<boolean> {
  const any = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(eq(products.storeId, ctx.store.id))
    .limit(1);
  return any.length === 0;
}
