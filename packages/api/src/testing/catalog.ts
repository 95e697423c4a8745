/** Products for tests, made through the services. */
import { prices, products, variants } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { ProductDraft, VariantDraft } from "../products/drafts.ts";
import * as catalogue from "../products/service/index.ts";
import type { Shop } from "./index.ts";

export interface TestProduct extends Partial<Omit<ProductDraft, "variants">> {
  /** For a product of one variant. Minor units; 2000 unless said. */
  readonly price?: number;
  /** For a product of one variant; 10 unless said. */
  readonly stock?: number;
  /** For a product of one variant; none unless said. */
  readonly sku?: string;
  /** Instead of `price`, `stock` and `sku`. Their stock is 10 unless they say. */
  readonly variants?: readonly (Partial<VariantDraft> & Pick<VariantDraft, "price">)[];
}

export interface AddedProduct {
  readonly productId: string;
  readonly slug: string;
  /** The first variant's. */
  readonly variantId: string;
  readonly variants: readonly {
    readonly id: string;
    readonly sku: string | null;
    readonly title: string;
  }[];
}

let made = 0;

/** An active product, with a slug and a title of its own unless named. */
export async function addProduct(shop: Shop, product: TestProduct = {}): Promise<AddedProduct> {
  const ctx = shop.ctx();
  const { price = 2000, stock = 10, sku = null, variants: several, ...rest } = product;
  made += 1;
  const slug = product.slug ?? `product-${made}`;
  const drafts = several ?? [{ price, sku, onHand: stock }];
  await catalogue.saveProduct(ctx, {
    title: `Product ${made}`,
    ...rest,
    slug,
    variants: drafts.map((draft) => ({ onHand: 10, ...draft })),
  });
  return findProduct(ctx, slug);
}

async function findProduct(ctx: Context, slug: string): Promise<AddedProduct> {
  const rows = await ctx.db
    .select({
      productId: products.id,
      id: variants.id,
      sku: variants.sku,
      title: variants.title,
    })
    .from(products)
    .innerJoin(variants, eq(variants.productId, products.id))
    .innerJoin(
      prices,
      and(eq(prices.variantId, variants.id), eq(prices.currency, ctx.store.currency)),
    )
    .where(and(eq(products.storeId, ctx.store.id), eq(products.slug, slug)))
    .orderBy(asc(variants.position));
  const [first] = rows;
  if (first === undefined) throw new Error(`the product ${slug} was not stored`);
  const { productId, id: variantId } = first;
  return {
    ...{ productId, slug, variantId },
    variants: rows.map(({ id, sku, title }) => ({ id, sku, title })),
  };
}
