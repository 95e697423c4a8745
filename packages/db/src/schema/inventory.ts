/** Stock by location. Levels are sums of movements; the database refuses to promise what is not there. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";
import { variantsTable } from "./variants.ts";

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
    countryCode: column.text().notNull().backfill(""),
    /** False: nothing is sold from it any more. */
    isActive: column.boolean().notNull().backfill(true),
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
    /** Units that need not be ordered first. */
    onShelf: column.integer().computed("on_hand - reserved - allocated"),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      variant_unique: { on: ["variantId", "locationId"], unique: true },
      store: { on: ["storeId", "variantId"] },
      // What staff lists, by age.
      age: { on: ["storeId", "id"], unique: true },
      location: { on: ["storeId", "locationId", "id"] },
      out: {
        on: ["storeId", "id"],
        where: "on_hand + backorder_limit - reserved - allocated <= 0",
      },
      shelf: { on: ["storeId", "onShelf"] },
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
    /**
     * What the units are held for: a payment, whose outcome lets them go or takes them; or, with an
     * end of its own, whatever staff or a program holds them for.
     */
    paymentId: column.uuid().notNull(),
    /** When they are let go by themselves; null: with the payment's outcome alone. */
    expiresAt: column.timestamp(),
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
      expiry: { on: ["storeId", "expiresAt"], where: "status = 'held' and expires_at is not null" },
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
  "count",
  "reserve",
  "release",
  "allocate",
  "deallocate",
  "ship",
  "return",
  "transfer_out",
  "transfer_in",
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
    /** What caused it: a payment, an order, a transfer, an import. */
    reference: column.text().notNull(),
    /** Why, in words, where a person moved it. */
    note: column.text().notNull().backfill(""),
    /** The user or API key that moved it; null: the shop itself. */
    actorId: column.uuid(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      level: { on: ["levelId", "id"] },
      newest: { on: ["storeId", "id"] },
      reference: { on: ["storeId", "reference"] },
    },
    checks: {
      type_known: oneOfCheck("type", stockMovementTypes),
      moves: "on_hand_delta <> 0 or reserved_delta <> 0 or allocated_delta <> 0",
    },
  },
);

/** What a bundle is made of. */
export const bundleComponentsTable = defineTable(
  "bundle_components",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    bundleId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    componentId: column
      .uuid()
      .notNull()
      .references(() => variantsTable),
    quantity: column.integer().notNull(),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      component_unique: { on: ["bundleId", "componentId"], unique: true },
      bundle: { on: ["storeId", "bundleId", "position"] },
      component: { on: ["storeId", "componentId"] },
    },
    checks: { quantity_positive: "quantity > 0", not_itself: "bundle_id <> component_id" },
  },
);

/** What a bundle was made of when it was held for a payment or by a hold: it is sent and comes back as that. */
export const reservedPartsTable = defineTable(
  "reserved_parts",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** As in `stock_reservations`. */
    paymentId: column.uuid().notNull(),
    bundleId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    componentId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    /** In one bundle. */
    quantity: column.integer().notNull(),
  },
  {
    indexes: {
      component_unique: {
        on: ["storeId", "paymentId", "bundleId", "componentId"],
        unique: true,
      },
    },
    checks: { quantity_positive: "quantity > 0", not_itself: "bundle_id <> component_id" },
  },
);

/** Somebody wants to hear when a variant is back. One mail, then the row has done its work. */
export const stockAlertsTable = defineTable(
  "stock_alerts",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    variantId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    userId: column.uuid().references(() => usersTable, "cascade"),
    email: column.text().notNull(),
    emailCanonical: column.text().notNull(),
    /** SHA-256 of the key in the mail that takes the wish back. */
    tokenHash: column.text().notNull(),
    notifiedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      waiting_unique: {
        on: ["variantId", "emailCanonical"],
        unique: true,
        where: "notified_at is null",
      },
      waiting: { on: ["storeId", "variantId"], where: "notified_at is null" },
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      person: { on: ["storeId", "emailCanonical"] },
      user: { on: ["storeId", "userId"] },
    },
  },
);

export const stockLocations = stockLocationsTable.pg;
export const stockLevels = stockLevelsTable.pg;
export const stockReservations = stockReservationsTable.pg;
export const stockMovements = stockMovementsTable.pg;
export const bundleComponents = bundleComponentsTable.pg;
export const reservedParts = reservedPartsTable.pg;
export const stockAlerts = stockAlertsTable.pg;
