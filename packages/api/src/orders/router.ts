/** Orders on the wire. */
import { rest } from "../kernel/rest.ts";
import { customerProcedure, idempotentProcedure, publicProcedure, router } from "../kernel/trpc.ts";
import {
  ListOrdersInput,
  LookUpOrderInput,
  Order,
  OrderPage,
  OrderRef,
  PlacedOrder,
  PlaceOrderInput,
} from "./contract.ts";
import * as orders from "./service/index.ts";

export const ordersRouter = router({
  place: idempotentProcedure
    .meta(
      rest("POST /v1/orders/", "orders", "Pay for the cart and place the order", {
        description: "All or nothing: stock, payment and order, or none of them.",
        successStatus: 201,
        idempotent: true,
      }),
    )
    .input(PlaceOrderInput)
    .output(PlacedOrder)
    .mutation(({ ctx, input }) => orders.place(ctx, input)),

  list: customerProcedure
    .meta(rest("GET /v1/orders/", "orders", "List my orders, newest first"))
    .input(ListOrdersInput)
    .output(OrderPage)
    .query(({ ctx, input }) => orders.list(ctx, input)),

  get: customerProcedure
    .meta(rest("GET /v1/orders/{number}/", "orders", "Get one of my orders"))
    .input(OrderRef)
    .output(Order)
    .query(({ ctx, input }) => orders.get(ctx, input)),

  lookUp: publicProcedure
    .meta(rest("POST /v1/orders/look-up/", "orders", "Get a guest's order by its access token"))
    .input(LookUpOrderInput)
    .output(Order)
    .mutation(({ ctx, input }) => orders.lookUp(ctx, input)),
});
