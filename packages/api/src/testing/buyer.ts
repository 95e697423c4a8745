/** Somebody who bought something, to write about it. */
import { uuid7 } from "@souk/db";
import type { Actor } from "../kernel/context.ts";
import { freshClient, registerCustomer, type TestCustomer } from "./accounts.ts";
import { postalAddress } from "./checkout.ts";
import type { Shop } from "./index.ts";

export interface Buyer extends TestCustomer {
  /** One for each variant that was bought, in that order. */
  readonly lineIds: readonly string[];
}

/** A new customer who has paid for one unit of each variant. */
export async function registerBuyer(shop: Shop, variantIds: readonly string[]): Promise<Buyer> {
  const customer = await registerCustomer(shop);
  return { ...customer, lineIds: await buy(shop, customer.actor, variantIds) };
}

/** Answers the lines of the order. The shop has the shipping method `standard`. */
export async function buy(
  shop: Shop,
  actor: Actor,
  variantIds: readonly string[],
): Promise<readonly string[]> {
  const calls = shop.as(actor, { ...freshClient(), idempotencyKey: uuid7() });
  for (const variant_id of variantIds) await calls.cart.addLine({ variant_id });
  await calls.cart.setAddresses({ shipping_address: postalAddress });
  await calls.cart.setShippingMethod({ code: "standard" });
  await calls.orders.place({ payment: { gateway: "test", token: "tok_visa" } });
  const { items } = await calls.reviews.eligible({ limit: 100 });
  return variantIds.map((_variant, i) => items.at(variantIds.length - 1 - i)?.order_line_id ?? "");
}
