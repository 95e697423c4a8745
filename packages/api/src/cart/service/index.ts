/** The caller's cart. */
import type { Context } from "../../kernel/context.ts";
import type { Cart } from "../contract.ts";
import { find } from "./store.ts";
import { cartOf, emptyCart, priced } from "./view.ts";

export { totalsOf } from "../pricing.ts";
export { adoptGuestCart } from "./adopt.ts";
export { setAddresses, setShippingMethod, shippingOptions } from "./delivery.ts";
export { addLine, removeLine, updateLine } from "./lines.ts";
export { closeForPayment, completeCart, reopen } from "./placing.ts";
export { cartsOfPerson, exportPerson, forgetCarts, refuseWhilePlacing } from "./privacy.ts";
export { find, guestCartId } from "./store.ts";
export { GUEST_CARTS_KEPT_DAYS, sweep } from "./sweep.ts";
export { emailOf, isForSale, type PricedCart, priced } from "./view.ts";

export async function get(ctx: Context): Promise<Cart> {
  const cart = await find(ctx);
  return cart === null ? emptyCart(ctx) : cartOf(ctx, await priced(ctx, cart));
}
