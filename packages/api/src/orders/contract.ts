/** Orders: what was sold, to whom, for how much. Copies, never references. */
import * as z from "zod";
import { Totals } from "../cart/contract.ts";
import { CurrencyCode, Id, Money, PageInput, pageOf, Timestamp } from "../kernel/contract.ts";
import { PaymentInput } from "../payments/contract.ts";
import { Picture } from "../products/contract.ts";
import { PostalAddress } from "../users/contract.ts";

export const OrderStatus = z.enum(["placed", "canceled"]);
export type OrderStatus = z.infer<typeof OrderStatus>;

export const OrderPaymentStatus = z.enum(["none", "paid"]);
export type OrderPaymentStatus = z.infer<typeof OrderPaymentStatus>;

export const FulfillmentStatus = z.enum(["unfulfilled", "fulfilled"]);
export type FulfillmentStatus = z.infer<typeof FulfillmentStatus>;

export const OrderLine = z
  .object({
    id: Id,
    variant_id: Id,
    product_slug: z.string(),
    title: z.string(),
    variant_title: z.string(),
    sku: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    picture: Picture.nullable(),
    quantity: z.int(),
    unit_price: Money,
    tax: Money,
    total: Money,
  })
  .meta({ id: "OrderLine" });
export type OrderLine = z.infer<typeof OrderLine>;

const identity = {
  id: Id,
  number: z.string().describe("What people call it, such as S-1001"),
  status: OrderStatus,
  payment_status: OrderPaymentStatus,
  fulfillment_status: FulfillmentStatus,
};

export const OrderSummary = z
  .object({
    ...identity,
    item_count: z.int(),
    total: Money,
    placed_at: Timestamp,
    pictures: z.array(Picture).describe("Of its first lines, at most four"),
  })
  .meta({ id: "OrderSummary" });
export type OrderSummary = z.infer<typeof OrderSummary>;

export const Order = z
  .object({
    ...identity,
    email: z.string(),
    currency: CurrencyCode,
    prices_include_tax: z.boolean(),
    lines: z.array(OrderLine),
    totals: Totals,
    shipping_address: PostalAddress,
    billing_address: PostalAddress,
    shipping_method: z.object({
      code: z.string(),
      name: z.string(),
      min_days: z.int(),
      max_days: z.int(),
    }),
    payment: z.object({ gateway: z.string(), method: z.string(), status: z.string() }).nullable(),
    placed_at: Timestamp,
  })
  .meta({ id: "Order" });
export type Order = z.infer<typeof Order>;

export const PlacedOrder = z
  .object({
    ...Order.shape,
    access_token: z
      .string()
      .nullable()
      .describe("A guest's key to this order, said once: see the look-up call"),
  })
  .meta({ id: "PlacedOrder" });
export type PlacedOrder = z.infer<typeof PlacedOrder>;

/** No price and no total: the server knows them. A client that could name its price would. */
export const PlaceOrderInput = z.strictObject({
  payment: PaymentInput,
  cart_version: z
    .int()
    .min(0)
    .optional()
    .describe("The version the buyer saw; a cart that changed since is refused"),
});
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

export const ListOrdersInput = z.strictObject({
  ...PageInput.shape,
  status: OrderStatus.optional(),
});
export type ListOrdersInput = z.infer<typeof ListOrdersInput>;

export const OrderPage = pageOf(OrderSummary);
export type OrderPage = z.infer<typeof OrderPage>;

export const OrderRef = z.strictObject({
  number: z.string().min(1).max(40).describe("The order's number or id"),
});
export type OrderRef = z.infer<typeof OrderRef>;

export const LookUpOrderInput = z.strictObject({
  number: z.string().trim().min(1).max(40),
  access_token: z.string().min(1).max(200),
});
export type LookUpOrderInput = z.infer<typeof LookUpOrderInput>;

export const ClaimableOrders = z
  .object({ count: z.int().describe("Orders of guests with the account's own verified address") })
  .meta({ id: "ClaimableOrders" });
export type ClaimableOrders = z.infer<typeof ClaimableOrders>;

export const OrderForStaff = z
  .object({ ...OrderSummary.shape, email: z.string(), user_id: Id.nullable() })
  .meta({ id: "OrderForStaff" });
export type OrderForStaff = z.infer<typeof OrderForStaff>;

export const ListAllOrdersInput = z.strictObject({
  ...ListOrdersInput.shape,
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("The beginning of an order number or mail address"),
  user_id: Id.optional(),
});
export type ListAllOrdersInput = z.infer<typeof ListAllOrdersInput>;

export const StaffOrderPage = pageOf(OrderForStaff);
export type StaffOrderPage = z.infer<typeof StaffOrderPage>;
