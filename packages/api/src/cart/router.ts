/** The caller's cart on the wire: a customer's own, or a guest's by the header `Cart-Token`. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { publicProcedure, router } from "../kernel/trpc.ts";
import { ShippingOptionList } from "../shipping/contract.ts";
import {
  AddLineInput,
  Cart,
  LineRef,
  SetAddressesInput,
  SetShippingMethodInput,
  UpdateLineInput,
} from "./contract.ts";
import * as cart from "./service/index.ts";

export const cartRouter = router({
  get: publicProcedure
    .meta(rest("GET /v1/cart/", "cart", "Get the cart, priced anew"))
    .input(NoInput)
    .output(Cart)
    .query(({ ctx }) => cart.get(ctx)),

  addLine: publicProcedure
    .meta(
      rest("POST /v1/cart/lines/", "cart", "Put a variant into the cart", {
        description: "Makes the cart when there is none. The same variant adds to its line.",
        successStatus: 201,
      }),
    )
    .input(AddLineInput)
    .output(Cart)
    .mutation(({ ctx, input }) => cart.addLine(ctx, input)),

  updateLine: publicProcedure
    .meta(rest("PATCH /v1/cart/lines/{line_id}/", "cart", "Change a line's quantity"))
    .input(UpdateLineInput)
    .output(Cart)
    .mutation(({ ctx, input }) => cart.updateLine(ctx, input)),

  removeLine: publicProcedure
    .meta(rest("DELETE /v1/cart/lines/{line_id}/", "cart", "Take a line out of the cart"))
    .input(LineRef)
    .output(Cart)
    .mutation(({ ctx, input }) => cart.removeLine(ctx, input)),

  setAddresses: publicProcedure
    .meta(rest("PUT /v1/cart/addresses/", "cart", "Say who buys and where it goes"))
    .input(SetAddressesInput)
    .output(Cart)
    .mutation(({ ctx, input }) => cart.setAddresses(ctx, input)),

  shippingOptions: publicProcedure
    .meta(rest("GET /v1/cart/shipping-options/", "cart", "List the ways to ship this cart"))
    .input(NoInput)
    .output(ShippingOptionList)
    .query(({ ctx }) => cart.shippingOptions(ctx)),

  setShippingMethod: publicProcedure
    .meta(rest("PUT /v1/cart/shipping-method/", "cart", "Choose the way to ship this cart"))
    .input(SetShippingMethodInput)
    .output(Cart)
    .mutation(({ ctx, input }) => cart.setShippingMethod(ctx, input)),
});
