/** A variant that is sold, of a product that shoppers may see, and whether there is one to buy. */
import { prices, products, variants } from "@souk/db/schema";
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { availableUnits } from "../../service/fragments.ts";

export interface ShownVariant {
  readonly slug: string;
  readonly title: string;
  readonly variantTitle: string;
  /** Whether it can be bought now. */
  readonly isThere: boolean;
}

/** Null: there is none, or nobody is to see it. */
export async function shown(ctx: Context, variantId: string): Promise<ShownVariant | null> {
  const [row] = await ctx.db
    .select({
      slug: products.slug,
      title: products.title,
      variantTitle: variants.title,
      tracksInventory: variants.tracksInventory,
      available: availableUnits(ctx.store.id).mapWith(Number),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(
      prices,
      and(
        eq(prices.storeId, ctx.store.id),
        eq(prices.variantId, variants.id),
        eq(prices.currency, ctx.store.currency),
      ),
    )
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        eq(variants.id, variantId),
        eq(products.status, "active"),
        lte(products.publishedAt, ctx.now()),
        or(isNull(products.unpublishAt), gt(products.unpublishAt, ctx.now())),
      ),
    );
  if (row === undefined) return null;
  const { tracksInventory, available, ...told } = row;
  return { ...told, isThere: !tracksInventory || available > 0 };
}
