/** A guest at the till: a cart with lines, an address and a shipping method, ready to be paid. */
import { uuid7 } from "@souk/db";
import type { Cart } from "../cart/contract.ts";
import type { Context } from "../kernel/context.ts";
import type { PlacedOrder } from "../orders/contract.ts";
import { appRouter } from "../router.ts";
import type * as shipping from "../shipping/service.ts";
import type { ContextOverrides } from "./context.ts";

export const postalAddress = {
  first_name: "Amina",
  last_name: "Berrada",
  line1: "12 rue des Tanneurs",
  city: "Lyon",
  postal_code: "69002",
  country_code: "FR",
};

/** One method that goes everywhere for 4.90 and costs nothing from 100.00. */
export const standardShipping: shipping.ShippingMethodDraft = {
  code: "standard",
  name: "Standard",
  description: "By post",
  amount: 490,
  freeFrom: 10_000,
  countries: [],
  minDays: 2,
  maxDays: 4,
  position: 0,
};

/** Makes contexts for one visitor after another; a shop's `ctx` or a process's own. */
export type MakeContext = (overrides?: ContextOverrides) => Context;

export interface ReadyCart {
  readonly token: string;
  readonly cart: Cart;
}

export async function readyCart(
  ctx: MakeContext,
  lines: readonly { readonly variant_id: string; readonly quantity?: number }[],
): Promise<ReadyCart> {
  let token: string | null = null;
  const guest = () => appRouter.createCaller(ctx({ request: { cartToken: token } }));
  for (const line of lines) {
    const cart: Cart = await guest().cart.addLine(line);
    token ??= cart.token;
  }
  if (token === null) throw new Error("the cart has no token");
  await guest().cart.setAddresses({ email: "amina@example.com", shipping_address: postalAddress });
  const cart = await guest().cart.setShippingMethod({ code: "standard" });
  return { token, cart };
}

export interface Payment {
  readonly key?: string;
  readonly token?: string;
  readonly cart_version?: number;
}

/** Pays for the guest's cart by the test gateway. */
export function pay(
  ctx: MakeContext,
  cartToken: string,
  { key = uuid7(), token = "tok_visa", ...input }: Payment = {},
): Promise<PlacedOrder> {
  return appRouter
    .createCaller(ctx({ request: { cartToken, idempotencyKey: key } }))
    .orders.place({ payment: { gateway: "test", token }, ...input });
}
