/** The staff's side of the catalogue, for what a test needs to be so before its browser comes in. */
import { randomUUID } from "node:crypto";
import { headersOf, owner } from "./staff.ts";
import type { Shop } from "./test.ts";

export interface MadeProduct {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: string;
}

/** A title that no other test has. */
export const newTitle = (): string => `Sill Vase ${randomUUID().slice(0, 8)}`;

/** In the shop, at 24 euros, none in stock. */
export async function makeProduct(shop: Shop, changes: object = {}): Promise<MadeProduct> {
  const product = { title: newTitle(), status: "active", variants: [{ price: 2400 }], ...changes };
  return shop.api.post("/api/v1/admin/products/", product, await headersOf(shop, owner));
}

/** By somebody else, while the test has it open. */
export async function retitle(shop: Shop, product: MadeProduct, title: string): Promise<void> {
  const { id, version } = product;
  const whole = { version, title, status: "active", variants: [{ price: 2400 }] };
  await shop.api.put(`/api/v1/admin/products/${id}/`, whole, await headersOf(shop, owner));
}

export async function makeCategory(
  shop: Shop,
  name: string,
  parent: string | null = null,
): Promise<{ readonly id: string; readonly slug: string }> {
  const category = { name, parent_id: parent };
  return shop.api.post("/api/v1/admin/categories/", category, await headersOf(shop, owner));
}
