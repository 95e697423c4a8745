/** Payments and what the gateways said of them. Events are append-only. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { cartsTable, ordersTable } from "./sales.ts";
import { storesTable } from "./stores.ts";

export const paymentStatuses = ["pending", "captured", "failed", "voided"] as const;

export const paymentsTable = defineTable(
  "payments",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    cartId: column
      .uuid()
      .notNull()
      .references(() => cartsTable),
    orderId: column.uuid().references(() => ordersTable),
    gateway: column.text().notNull(),
    amount: column.minorUnits().notNull(),
    currency: column.text().notNull(),
    status: column
      .oneOf(paymentStatuses)
      .notNull()
      .init(() => "pending"),
    /** The gateway's own id of the charge. */
    reference: column.text(),
    method: column.text(),
    /** The order as it was priced when the charge began: whoever finishes it makes just this one. */
    orderDraft: column.json<object>().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      reference_unique: {
        on: ["gateway", "reference"],
        unique: true,
        where: "reference is not null",
      },
      one_under_way: { on: ["cartId"], unique: true, where: "status = 'pending'" },
      one_for_order: { on: ["orderId"], unique: true, where: "order_id is not null" },
      cart: { on: ["storeId", "cartId"] },
      unfinished: { on: ["storeId", "createdAt"], where: "status = 'pending'" },
    },
    checks: {
      status_known: oneOfCheck("status", paymentStatuses),
      amount_positive: "amount >= 0",
      captured_has_order: "status <> 'captured' or order_id is not null",
    },
  },
);

export const paymentEventTypes = [
  "charge_requested",
  "charge_captured",
  "charge_declined",
] as const;

export const paymentEventsTable = defineTable(
  "payment_events",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    paymentId: column
      .uuid()
      .notNull()
      .references(() => paymentsTable),
    type: column.oneOf(paymentEventTypes).notNull(),
    amount: column.minorUnits().notNull(),
    currency: column.text().notNull(),
    reference: column.text(),
    createdAt: column.createdAt(),
  },
  {
    indexes: { once: { on: ["paymentId", "type"], unique: true } },
    checks: {
      type_known: oneOfCheck("type", paymentEventTypes),
      amount_positive: "amount >= 0",
    },
  },
);

export const testChargeStatuses = ["captured", "declined", "canceled"] as const;

/** The memory of the built-in test gateway: it stands in for a provider's own books. */
export const testGatewayChargesTable = defineTable(
  "test_gateway_charges",
  {
    /** Our payment's id, which the gateway charges once at most. */
    id: column.uuid().primaryKey(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    status: column.oneOf(testChargeStatuses).notNull(),
    reference: column.text().notNull(),
    method: column.text().notNull(),
    message: column.text().notNull(),
    amount: column.minorUnits().notNull(),
    currency: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  { checks: { status_known: oneOfCheck("status", testChargeStatuses) } },
);

export const payments = paymentsTable.pg;
export const paymentEvents = paymentEventsTable.pg;
export const testGatewayCharges = testGatewayChargesTable.pg;
