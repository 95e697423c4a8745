/** What an account bought, beside the browser. */
import { randomUUID } from "node:crypto";
import { address, type Customer } from "./api.ts";
import type { Shop } from "./test.ts";

/** Paid at once. Answers the order's number. */
export async function buyAs(shop: Shop, customer: Customer, variantId: string): Promise<string> {
  const as = { Authorization: `Bearer ${customer.access}` };
  await shop.api.putIntoCart(customer, variantId);
  await shop.api.put("/api/v1/cart/addresses/", { shipping_address: address }, as);
  await shop.api.put("/api/v1/cart/shipping-method/", { code: "standard" }, as);
  const { number } = await shop.api.post<{ number: string }>(
    "/api/v1/orders/",
    { payment: { gateway: "test", token: "tok_visa" } },
    { ...as, "Idempotency-Key": randomUUID() },
  );
  return number;
}
