/** What bundles are made of, for whoever shows them: all of them in one statement. */
import { bundleComponents, products, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { BundleComponent } from "./contract.ts";

/** By the bundle's id; what is no bundle is missing from the answer. */
export async function componentsOf(
  ctx: Context,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, BundleComponent[]>> {
  if (variantIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      bundleId: bundleComponents.bundleId,
      variantId: variants.id,
      productSlug: products.slug,
      title: products.title,
      variantTitle: variants.title,
      sku: variants.sku,
      quantity: bundleComponents.quantity,
    })
    .from(bundleComponents)
    .innerJoin(variants, eq(variants.id, bundleComponents.componentId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(bundleComponents.storeId, ctx.store.id),
        inArray(bundleComponents.bundleId, [...variantIds]),
      ),
    )
    .orderBy(asc(bundleComponents.position), asc(bundleComponents.id));
  const found = new Map<string, BundleComponent[]>();
  for (const { bundleId, variantId, productSlug, variantTitle, ...rest } of rows) {
    const component = {
      ...rest,
      variant_id: variantId,
      product_slug: productSlug,
      variant_title: variantTitle,
    };
    const known = found.get(bundleId);
    if (known === undefined) found.set(bundleId, [component]);
    else known.push(component);
  }
  return found;
}

/** Those of the variants that are bundles, or that bundles are made of. */
export async function inBundles(
  ctx: Context,
  variantIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (variantIds.length === 0) return new Set();
  const { bundleId, componentId } = bundleComponents;
  const ids = [...variantIds];
  const rows = await ctx.db
    .selectDistinct({ bundleId, componentId })
    .from(bundleComponents)
    .where(
      and(
        eq(bundleComponents.storeId, ctx.store.id),
        or(inArray(bundleId, ids), inArray(componentId, ids)),
      ),
    );
  return new Set(rows.flatMap((row) => [row.bundleId, row.componentId]));
}
