/**
 * Keeps `products.in_stock`, which lists show and filter by, true to the stock levels. Stock is what
 * decides it, so this domain alone writes that column of the catalogue.
 */
import { prices, products, variants } from "@souk/db/schema";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { availableUnits } from "./fragments.ts";

/** Any variant that is sold, and of which there is one to sell. */
const canBeBought = (storeId: string, currency: string): SQL<boolean> => sql<boolean>`exists (
  select 1 from ${variants} inner join ${prices}
    on ${prices.storeId} = ${storeId} and ${prices.variantId} = ${variants.id}
      and ${prices.currency} = ${currency}
  where ${variants.storeId} = ${storeId} and ${variants.productId} = ${products.id}
    and (${eq(variants.tracksInventory, false)} or ${availableUnits(storeId)} > 0))`;

/** Writes only the products of which the answer changed, in one order whoever calls. */
export async function refreshAvailability(
  ctx: Context,
  productIds: readonly string[],
): Promise<void> {
  const { id: storeId, currency } = ctx.store;
  for (const id of [...new Set(productIds)].sort()) {
    const inStock = canBeBought(storeId, currency);
    await ctx.db
      .update(products)
      .set({ inStock: sql`${inStock}` })
      .where(
        and(eq(products.storeId, storeId), eq(products.id, id), ne(products.inStock, inStock)),
      );
  }
}
