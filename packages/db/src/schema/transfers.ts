/** Stock on its way between locations. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { stockLocationsTable } from "./inventory.ts";
import { storesTable } from "./stores.ts";
import { variantsTable } from "./variants.ts";

export const transferStatuses = ["draft", "sent", "received", "canceled"] as const;

/** It leaves with `sent` and arrives with `received`. */
export const stockTransfersTable = defineTable(
  "stock_transfers",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    number: column.text().notNull(),
    fromLocationId: column
      .uuid()
      .notNull()
      .references(() => stockLocationsTable),
    toLocationId: column
      .uuid()
      .notNull()
      .references(() => stockLocationsTable),
    status: column.oneOf(transferStatuses).notNull(),
    note: column.text().notNull(),
    sentAt: column.timestamp(),
    receivedAt: column.timestamp(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      number_unique: { on: ["storeId", "number"], unique: true },
      newest: { on: ["storeId", "id"] },
      status: { on: ["storeId", "status", "id"] },
    },
    checks: {
      status_known: oneOfCheck("status", transferStatuses),
      goes_somewhere: "from_location_id <> to_location_id",
    },
  },
);

export const stockTransferLinesTable = defineTable(
  "stock_transfer_lines",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    transferId: column
      .uuid()
      .notNull()
      .references(() => stockTransfersTable, "cascade"),
    variantId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    quantity: column.integer().notNull(),
    /** What arrived; what did not is lost on the way. */
    received: column
      .integer()
      .notNull()
      .init(() => 0),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      variant_unique: { on: ["transferId", "variantId"], unique: true },
      variant: { on: ["storeId", "variantId"] },
    },
    checks: {
      quantity_positive: "quantity > 0",
      received_range: "received between 0 and quantity",
    },
  },
);

export const stockTransfers = stockTransfersTable.pg;
export const stockTransferLines = stockTransferLinesTable.pg;
