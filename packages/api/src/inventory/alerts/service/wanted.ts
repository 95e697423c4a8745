/** How many people wait for what. Who they are stays between them and the mails. */
import { products, stockAlerts, variants } from "@souk/db/schema";
import { and, asc, count, desc, eq, isNull, min } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { MAX_WANTED, type WantedVariantList } from "../contract.ts";

const waiting = ({ store }: Context) =>
  and(eq(stockAlerts.storeId, store.id), isNull(stockAlerts.notifiedAt));

export async function waitingCount(ctx: Context, variantId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ waiting: count() })
    .from(stockAlerts)
    .where(and(waiting(ctx), eq(stockAlerts.variantId, variantId)));
  return Number(row?.waiting ?? 0);
}

export async function wanted(ctx: Context): Promise<WantedVariantList> {
  const since = min(stockAlerts.createdAt);
  const rows = await ctx.db
    .select({
      id: variants.id,
      sku: variants.sku,
      title: variants.title,
      product_id: products.id,
      product_title: products.title,
      waiting: count(),
      since,
    })
    .from(stockAlerts)
    .innerJoin(variants, eq(variants.id, stockAlerts.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(waiting(ctx))
    .groupBy(variants.id, variants.sku, variants.title, products.id, products.title)
    .orderBy(desc(count()), asc(since), asc(variants.id))
    .limit(MAX_WANTED);
  return {
    items: rows.map(({ waiting, since, ...variant }) => ({
      variant,
      waiting: Number(waiting),
      since: (since ?? ctx.now()).toISOString(),
    })),
  };
}
