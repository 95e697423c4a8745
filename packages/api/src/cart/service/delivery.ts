/** Who buys, where it goes, and how it gets there. */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError, invalidField } from "../../kernel/errors.ts";
import type { ShippingOptionList } from "../../shipping/contract.ts";
import * as shipping from "../../shipping/service.ts";
import { checkAddress } from "../../users/service/postal-address.ts";
import type { Cart, SetAddressesInput, SetShippingMethodInput } from "../contract.ts";
import { change, find, findToChange } from "./store.ts";
import { cartOf, priced } from "./view.ts";

export async function setAddresses(ctx: Context, input: SetAddressesInput): Promise<Cart> {
  const to = checkAddress(input.shipping_address, "shipping_address");
  const billing =
    input.billing_address === null ? null : checkAddress(input.billing_address, "billing_address");
  if (!ctx.store.shippingCountries.includes(to.country_code)) {
    throw invalidField(
      "shipping_address.country_code",
      "country_not_served",
      "This store does not ship to that country.",
    );
  }
  return inTransaction(ctx, async (ctx) => {
    const cart = await findToChange(ctx);
    if (cart === null) throw nothingInCart();
    const changed = await change(ctx, cart, {
      shippingAddress: to,
      billingAddress: billing,
      ...(input.email === undefined ? {} : { email: input.email }),
    });
    return cartOf(ctx, await priced(ctx, changed));
  });
}

export async function shippingOptions(ctx: Context): Promise<ShippingOptionList> {
  const cart = await find(ctx);
  const parcel = cart === null ? { subtotal: 0, country: null } : (await priced(ctx, cart)).parcel;
  const methods = await shipping.methodsFor(ctx, parcel);
  return { items: methods.map((method) => shipping.optionOf(method, parcel)) };
}

export function setShippingMethod(ctx: Context, input: SetShippingMethodInput): Promise<Cart> {
  return inTransaction(ctx, async (ctx) => {
    const cart = await findToChange(ctx);
    if (cart === null) throw nothingInCart();
    const { parcel } = await priced(ctx, cart);
    const methods = await shipping.methodsFor(ctx, parcel);
    const method = methods.find(({ code }) => code === input.code);
    if (method === undefined) {
      throw invalidField(
        "code",
        "shipping_method_unknown",
        "There is no such way to ship this cart.",
      );
    }
    const changed = await change(ctx, cart, { shippingMethodId: method.id });
    return cartOf(ctx, await priced(ctx, changed));
  });
}

const nothingInCart = (): DomainError =>
  new DomainError("conflict", "cart_is_empty", "Put something into the cart first.");
