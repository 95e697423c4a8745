/** What somebody is about to buy, and what is still missing before they can. */
import * as z from "zod";
import { Email } from "../authentication/contract.ts";
import { Stock } from "../inventory/contract.ts";
import { CurrencyCode, Id, Money, Quantity } from "../kernel/contract.ts";
import { PriceSource } from "../prices/contract.ts";
import { Picture } from "../products/contract.ts";
import { ShippingOption } from "../shipping/contract.ts";
import { PostalAddress } from "../users/contract.ts";

/** The most different variants one cart holds. */
export const MAX_CART_LINES = 100;

export const CartLine = z
  .object({
    id: Id,
    variant_id: Id,
    product_id: Id,
    product_slug: z.string(),
    title: z.string(),
    variant_title: z.string(),
    sku: z.string().nullable(),
    options: z.record(z.string(), z.string()),
    picture: Picture.nullable(),
    quantity: Quantity,
    unit_price: Money.describe("For this buyer and this quantity"),
    price_source: PriceSource,
    base_price: Money.describe("What everybody pays for one"),
    total: Money,
    stock: Stock,
  })
  .meta({ id: "CartLine" });
export type CartLine = z.infer<typeof CartLine>;

export const Totals = z
  .object({
    subtotal: Money.describe("The sum of the lines"),
    discount: Money.describe("Zero or negative"),
    shipping: Money,
    tax: Money.describe("Included in the amounts above where `prices_include_tax`"),
    total: Money.describe("What is paid"),
  })
  .meta({ id: "Totals" });
export type Totals = z.infer<typeof Totals>;

/** What stands between this cart and an order. The same list advises and, at the end, refuses. */
export const Requirement = z
  .object({
    code: z.enum([
      "lines",
      "email",
      "shipping_address",
      "shipping_method",
      "stock",
      "unavailable",
      "quantity",
    ]),
    message: z.string(),
    line_id: Id.nullable(),
  })
  .meta({ id: "Requirement" });
export type Requirement = z.infer<typeof Requirement>;

export const CartWarning = z
  .object({
    code: z.enum(["price_changed"]),
    message: z.string(),
    line_id: Id.nullable(),
  })
  .meta({ id: "CartWarning" });
export type CartWarning = z.infer<typeof CartWarning>;

export const Cart = z
  .object({
    id: Id.nullable().describe("Null while nothing was put into it"),
    token: z
      .string()
      .nullable()
      .describe("A guest's key to this cart, said once: send it as the header `Cart-Token`"),
    version: z.int().describe("Grows with each change"),
    currency: CurrencyCode,
    prices_include_tax: z.boolean(),
    item_count: z.int().describe("The sum of the quantities"),
    lines: z.array(CartLine),
    email: z.string().nullable(),
    shipping_address: PostalAddress.nullable(),
    billing_address: PostalAddress.nullable(),
    shipping_method: ShippingOption.nullable(),
    totals: Totals,
    requirements: z.array(Requirement),
    warnings: z.array(CartWarning),
  })
  .meta({ id: "Cart" });
export type Cart = z.infer<typeof Cart>;

export const AddLineInput = z.strictObject({ variant_id: Id, quantity: Quantity.default(1) });
export type AddLineInput = z.infer<typeof AddLineInput>;

export const UpdateLineInput = z.strictObject({ line_id: Id, quantity: Quantity });
export type UpdateLineInput = z.infer<typeof UpdateLineInput>;

export const LineRef = z.strictObject({ line_id: Id });
export type LineRef = z.infer<typeof LineRef>;

export const SetAddressesInput = z.strictObject({
  email: Email.optional().describe("Needed of guests; an account's own address otherwise"),
  shipping_address: PostalAddress,
  billing_address: PostalAddress.nullable().default(null).describe("Null: same as shipping"),
});
export type SetAddressesInput = z.infer<typeof SetAddressesInput>;

export const SetShippingMethodInput = z.strictObject({ code: z.string().min(1).max(60) });
export type SetShippingMethodInput = z.infer<typeof SetShippingMethodInput>;
