/** Orders on the wire. */
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import {
  customerProcedure,
  idempotentProcedure,
  publicProcedure,
  router,
  staffProcedure,
} from "../kernel/trpc.ts";
import {
  ClaimableOrders,
  ListAllOrdersInput,
  ListOrdersInput,
  LookUpOrderInput,
  Order,
  OrderPage,
  OrderRef,
  PlacedOrder,
  PlaceOrderInput,
  StaffOrderPage,
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

  claimable: customerProcedure
    .meta(rest("GET /v1/orders/claimable/", "orders", "Count my orders of before I had an account"))
    .input(NoInput)
    .output(ClaimableOrders)
    .query(({ ctx }) => orders.claimable(ctx)),

  claim: customerProcedure
    .meta(
      rest("POST /v1/orders/claim/", "orders", "Take these orders into my account", {
        description: "Those that a guest placed with the account's verified address.",
      }),
    )
    .input(NoInput)
    .output(ClaimableOrders)
    .mutation(({ ctx }) => orders.claim(ctx)),

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

  listAll: staffProcedure("orders:read")
    .meta(rest("GET /v1/admin/orders/", "orders", "List all orders, newest first"))
    .input(ListAllOrdersInput)
    .output(StaffOrderPage)
    .query(({ ctx, input }) => orders.listAll(ctx, input)),

  getAny: staffProcedure("orders:read")
    .meta(rest("GET /v1/admin/orders/{number}/", "orders", "Get any order"))
    .input(OrderRef)
    .output(Order)
    .query(({ ctx, input }) => orders.getAny(ctx, input)),
});
