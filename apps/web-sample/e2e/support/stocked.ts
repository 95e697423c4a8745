/** Things on the shelves that no other test knows, put there by the owner beside the browser. */
import { randomUUID } from "node:crypto";
import { type MadeProduct, makeProduct } from "./catalogue.ts";
import { headersOf, owner } from "./staff.ts";
import type { Shop } from "./test.ts";

export interface MadeVariant {
  readonly id: string;
  readonly sku: string;
}

export interface StockedProduct extends MadeProduct {
  readonly variants: readonly MadeVariant[];
}

export const newName = (what: string): string => `${what} ${randomUUID().slice(0, 8)}`;

/** What one variant has beside its price of 20 €. */
interface VariantWish {
  readonly values?: readonly string[];
  readonly on_hand?: number;
  readonly picture?: number;
  readonly tracks_inventory?: boolean;
}

interface ProductWish {
  readonly title?: string;
  readonly options?: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants?: readonly VariantWish[];
  readonly [field: string]: unknown;
}

/** On sale at once; ten of each variant unless said. */
export async function newProduct(shop: Shop, wish: ProductWish = {}): Promise<StockedProduct> {
  const { title = newName("Thing"), variants = [{}], ...fields } = wish;
  const made = variants.map((variant) => ({
    ...{ price: 2000, on_hand: 10, sku: `E2E-${randomUUID()}` },
    ...variant,
  }));
  const { id } = await makeProduct(shop, { ...fields, title, variants: made });
  return asOwner(shop, "GET", `products/${id}/`);
}

export async function asOwner<T>(
  shop: Shop,
  method: "GET" | "PATCH" | "POST" | "PUT",
  path: string,
  body?: unknown,
): Promise<T> {
  const headers = await headersOf(shop, owner);
  return shop.api.call(`/api/v1/admin/${path}`, { method, body, headers });
}
