/** A purchase and what its buyer says of it, made beside the browser. */
import { randomUUID } from "node:crypto";
import type { Customer } from "./api.ts";
import { buyAs } from "./purchases.ts";
import type { Shop } from "./test.ts";

export interface WrittenReview {
  readonly id: string;
  readonly title: string;
  readonly author: Customer;
  readonly order: string;
}

interface Reviewable {
  readonly items: readonly { readonly order_line_id: string; readonly order_number: string }[];
}

/** It waits for staff. Its title is known to no other test. */
export async function writeReview(
  shop: Shop,
  { product, sku, body }: { readonly product: string; readonly sku: string; readonly body: string },
): Promise<WrittenReview> {
  const author = await shop.newCustomer();
  const as = { Authorization: `Bearer ${author.access}` };
  const { id: variantId } = await shop.api.variant(product, sku);
  await buyAs(shop, author, variantId);
  const { items } = await shop.api.call<Reviewable>("/api/v1/reviews/eligible/", { headers: as });
  const [line] = items;
  if (line === undefined) throw new Error(`${author.email} has nothing to review.`);
  const title = `Review ${randomUUID().slice(0, 8)}`;
  const { id } = await shop.api.post<{ id: string }>(
    "/api/v1/reviews/",
    { order_line_id: line.order_line_id, rating: 4, title, body },
    as,
  );
  return { id, title, author, order: line.order_number };
}
