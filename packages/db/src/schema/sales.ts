/** Carts, orders and payments. Orders copy what they sell; money movements are append-only. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";
import { variantsTable } from "./variants.ts";

/** A postal address as a copy. */
export interface AddressCopy {
  first_name: string;
  last_name: string;
  company: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postal_code: string;
  country_code: string;
  phone: string | null;
}

export const shippingMethodsTable = defineTable(
  "shipping_methods",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    code: column.text().notNull(),
    name: column.text().notNull(),
    description: column.text().notNull(),
    currency: column.text().notNull(),
    amount: column.minorUnits().notNull(),
    /** A subtotal from which it costs nothing. */
    freeFrom: column.minorUnits(),
    /** Empty: wherever the store ships. */
    countries: column
      .json<string[]>()
      .notNull()
      .init(() => []),
    minDays: column.integer().notNull(),
    maxDays: column.integer().notNull(),
    position: column.integer().notNull(),
    isActive: column
      .boolean()
      .notNull()
      .init(() => true),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: { code_unique: { on: ["storeId", "code"], unique: true } },
    checks: {
      amount_positive: "amount >= 0",
      days_ordered: "0 <= min_days and min_days <= max_days",
    },
  },
);

/** `placing`: a payment is under way, and nobody may change the cart meanwhile. */
export const cartStatuses = ["active", "placing", "completed", "merged"] as const;

export const cartsTable = defineTable(
  "carts",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** SHA-256 of the guest's token. */
    tokenHash: column.text(),
    userId: column.uuid().references(() => usersTable, "cascade"),
    currency: column.text().notNull(),
    status: column
      .oneOf(cartStatuses)
      .notNull()
      .init(() => "active"),
    email: column.text(),
    shippingAddress: column.json<AddressCopy>(),
    billingAddress: column.json<AddressCopy>(),
    shippingMethodId: column.uuid().references(() => shippingMethodsTable, "set null"),
    version: column
      .integer()
      .notNull()
      .init(() => 1),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      one_for_user: {
        on: ["userId"],
        unique: true,
        where: "user_id is not null and status in ('active', 'placing')",
      },
      age: { on: ["storeId", "status", "updatedAt"] },
    },
    checks: {
      status_known: oneOfCheck("status", cartStatuses),
      has_owner: "token_hash is not null or user_id is not null",
    },
  },
);

export const cartLinesTable = defineTable(
  "cart_lines",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    cartId: column
      .uuid()
      .notNull()
      .references(() => cartsTable, "cascade"),
    variantId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    quantity: column.integer().notNull(),
    /** What it cost when it was put in, to tell of a change. */
    seenUnitPrice: column.minorUnits().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      variant_unique: { on: ["cartId", "variantId"], unique: true },
      variant: { on: ["variantId"] },
    },
    checks: { quantity_range: "quantity between 1 and 999" },
  },
);

export const orderStatuses = ["placed", "canceled"] as const;
export const orderPaymentStatuses = ["none", "paid"] as const;
export const fulfillmentStatuses = ["unfulfilled", "fulfilled"] as const;

export const ordersTable = defineTable(
  "orders",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    number: column.text().notNull(),
    /** One order for a cart, whoever asks, however often. */
    cartId: column
      .uuid()
      .notNull()
      .references(() => cartsTable),
    userId: column.uuid().references(() => usersTable, "set null"),
    email: column.text().notNull(),
    /** The mailbox it stands for: whoever proves it may claim a guest's order. */
    emailCanonical: column.text().notNull().backfill(""),
    /** SHA-256 of the key that lets a guest see it. */
    accessTokenHash: column.text(),
    status: column
      .oneOf(orderStatuses)
      .notNull()
      .init(() => "placed"),
    paymentStatus: column.oneOf(orderPaymentStatuses).notNull(),
    fulfillmentStatus: column
      .oneOf(fulfillmentStatuses)
      .notNull()
      .init(() => "unfulfilled"),
    currency: column.text().notNull(),
    pricesIncludeTax: column.boolean().notNull(),
    subtotal: column.minorUnits().notNull(),
    discount: column.minorUnits().notNull(),
    shipping: column.minorUnits().notNull(),
    tax: column.minorUnits().notNull(),
    total: column.minorUnits().notNull(),
    itemCount: column.integer().notNull(),
    shippingAddress: column.json<AddressCopy>().notNull(),
    billingAddress: column.json<AddressCopy>().notNull(),
    shippingMethodCode: column.text().notNull(),
    shippingMethodName: column.text().notNull(),
    shippingMinDays: column.integer().notNull(),
    shippingMaxDays: column.integer().notNull(),
    placedAt: column.timestamp().notNull(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      number_unique: { on: ["storeId", "number"], unique: true },
      cart_unique: { on: ["cartId"], unique: true },
      user: { on: ["storeId", "userId", "id"] },
      unclaimed: { on: ["storeId", "emailCanonical"], where: "user_id is null" },
      newest: { on: ["storeId", "id"] },
    },
    checks: {
      status_known: oneOfCheck("status", orderStatuses),
      payment_status_known: oneOfCheck("payment_status", orderPaymentStatuses),
      fulfillment_status_known: oneOfCheck("fulfillment_status", fulfillmentStatuses),
      amounts_signed:
        "subtotal >= 0 and discount <= 0 and shipping >= 0 and tax >= 0 and total >= 0",
      total_adds_up:
        "total = subtotal + discount + shipping + case when prices_include_tax then 0 else tax end",
    },
  },
);

export const orderLinesTable = defineTable(
  "order_lines",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    orderId: column
      .uuid()
      .notNull()
      .references(() => ordersTable),
    position: column.integer().notNull(),
    // No references into the catalogue: what was sold stays sold when a product goes.
    productId: column.uuid().notNull(),
    variantId: column.uuid().notNull(),
    productSlug: column.text().notNull(),
    title: column.text().notNull(),
    variantTitle: column.text().notNull(),
    sku: column.text(),
    options: column.json<Record<string, string>>().notNull(),
    pictureUrl: column.text(),
    pictureAlt: column.text(),
    quantity: column.integer().notNull(),
    unitPrice: column.minorUnits().notNull(),
    tax: column.minorUnits().notNull(),
    total: column.minorUnits().notNull(),
  },
  {
    indexes: { position_unique: { on: ["orderId", "position"], unique: true } },
    checks: {
      quantity_positive: "quantity > 0",
      amounts_positive: "unit_price >= 0 and tax >= 0 and total >= 0",
      total_adds_up: "total = unit_price * quantity",
    },
  },
);

export const shippingMethods = shippingMethodsTable.pg;
export const carts = cartsTable.pg;
export const cartLines = cartLinesTable.pg;
export const orders = ordersTable.pg;
export const orderLines = orderLinesTable.pg;
