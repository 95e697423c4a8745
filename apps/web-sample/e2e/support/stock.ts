/** Products that no other test counts, made beside the browser. */
import { randomUUID } from "node:crypto";
import { headersOf, owner } from "./staff.ts";
import type { Shop } from "./test.ts";

export interface StockedProduct {
  readonly slug: string;
  readonly title: string;
  readonly sku: string;
  readonly variantId: string;
}

interface MadeProduct {
  readonly slug: string;
  readonly variants: readonly { readonly id: string }[];
}

export async function newProduct(shop: Shop, onHand: number): Promise<StockedProduct> {
  const name = randomUUID().slice(0, 8).toUpperCase();
  const product = { title: `Thing ${name}`, sku: `T-${name}` };
  const { slug, variants } = await shop.api.post<MadeProduct>(
    "/api/v1/admin/products/",
    {
      title: product.title,
      status: "active",
      variants: [{ sku: product.sku, price: 1000, on_hand: onHand }],
    },
    await headersOf(shop, owner),
  );
  return { ...product, slug, variantId: variants[0]?.id ?? "" };
}

/** As shoppers are told. */
export async function availableOf(shop: Shop, { slug, sku }: StockedProduct): Promise<number> {
  return (await shop.api.variant(slug, sku)).stock.available;
}
