/** Stock by location. Levels are sums of movements; the database refuses to promise what is not there. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { variantsTable } from "./catalog.ts";
import { storesTable } from "./stores.ts";

export const stockLocationsTable = defineTable(
  "stock_locations",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    code: column.text().notNull(),
    name: column.text().notNull(),
    /** Locations are drawn on in this order. */
    position: column.integer().notNull(),
    createdAt: column.createdAt(),
  },
  { indexes: { code_unique: { on: ["storeId", "code"], unique: true } } },
);

export const stockLevelsTable = defineTable(
  "stock_levels",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    locationId: column
      .uuid()
      .notNull()
      .references(() => stockLocationsTable),
    variantId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    /** Units on the shelf. */
    onHand: column.integer().notNull(),
    /** Held for a checkout under way, for seconds. */
    reserved: column
      .integer()
      .notNull()
      .init(() => 0),
    /** Sold and not yet shipped. */
    allocated: column
      .integer()
      .notNull()
      .init(() => 0),
    /** How many units may be sold beyond what is on hand. */
    backorderLimit: column
      .integer()
      .notNull()
      .init(() => 0),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      variant_unique: { on: ["variantId", "locationId"], unique: true },
      store: { on: ["storeId", "variantId"] },
    },
    checks: {
      on_hand_positive: "on_hand >= 0",
      reserved_positive: "reserved >= 0",
      allocated_positive: "allocated >= 0",
      backorder_limit_positive: "backorder_limit >= 0",
      no_oversell: "reserved + allocated <= on_hand + backorder_limit",
    },
  },
);

export const reservationStatuses = ["held", "released", "allocated"] as const;

export const stockReservationsTable = defineTable(
  "stock_reservations",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    levelId: column
      .uuid()
      .notNull()
      .references(() => stockLevelsTable),
    /** The payment that the units are held for: they are let go or taken with its outcome. */
    paymentId: column.uuid().notNull(),
    quantity: column.integer().notNull(),
    status: column
      .oneOf(reservationStatuses)
      .notNull()
      .init(() => "held"),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      payment: { on: ["storeId", "paymentId"] },
      once: { on: ["paymentId", "levelId"], unique: true },
    },
    checks: {
      quantity_positive: "quantity > 0",
      status_known: oneOfCheck("status", reservationStatuses),
    },
  },
);

export const stockMovementTypes = [
  "receive",
  "adjust",
  "reserve",
  "release",
  "allocate",
  "ship",
] as const;

/** Append-only: each level is the sum of its movements. */
export const stockMovementsTable = defineTable(
  "stock_movements",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    levelId: column
      .uuid()
      .notNull()
      .references(() => stockLevelsTable),
    type: column.oneOf(stockMovementTypes).notNull(),
    onHandDelta: column
      .integer()
      .notNull()
      .init(() => 0),
    reservedDelta: column
      .integer()
      .notNull()
      .init(() => 0),
    allocatedDelta: column
      .integer()
      .notNull()
      .init(() => 0),
    /** What caused it: a payment, an order, an import. */
    reference: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: { level: { on: ["levelId", "id"] } },
    checks: {
      type_known: oneOfCheck("type", stockMovementTypes),
      moves: "on_hand_delta <> 0 or reserved_delta <> 0 or allocated_delta <> 0",
    },
  },
);

export const stockLocations = stockLocationsTable.pg;
export const stockLevels = stockLevelsTable.pg;
export const stockReservations = stockReservationsTable.pg;
export const stockMovements = stockMovementsTable.pg;
