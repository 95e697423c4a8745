/** What things cost: by currency, by price list, and what they cost before. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { productsTable } from "./catalog.ts";
import { customerGroupsTable } from "./customer-groups.ts";
import { storesTable } from "./stores.ts";
import { variantsTable } from "./variants.ts";

export const pricesTable = defineTable(
  "prices",
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
    currency: column.text().notNull(),
    amount: column.minorUnits().notNull(),
    compareAt: column.minorUnits(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: { currency_unique: { on: ["variantId", "currency"], unique: true } },
    checks: { amount_positive: "amount >= 0", compare_at_positive: "compare_at >= 0" },
  },
);

/** What a list shows in a currency that is not the store's own; kept by the products service. */
export const productPricesTable = defineTable(
  "product_prices",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    productId: column
      .uuid()
      .notNull()
      .references(() => productsTable, "cascade"),
    currency: column.text().notNull(),
    minPrice: column.minorUnits().notNull(),
    maxPrice: column.minorUnits().notNull(),
    compareAtPrice: column.minorUnits(),
  },
  {
    indexes: {
      currency_unique: { on: ["productId", "currency"], unique: true },
      price: { on: ["storeId", "currency", "minPrice", "productId"] },
      on_sale: {
        on: ["storeId", "currency", "productId"],
        where: "compare_at_price is not null",
      },
    },
    checks: { price_ordered: "0 <= min_price and min_price <= max_price" },
  },
);

/** Other prices for some: a group of customers, a quantity, a time. */
export const priceListsTable = defineTable(
  "price_lists",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    name: column.text().notNull(),
    currency: column.text().notNull(),
    /** Whom it is for; null: everybody. */
    customerGroupId: column.uuid().references(() => customerGroupsTable, "cascade"),
    startsAt: column.timestamp(),
    endsAt: column.timestamp(),
    isActive: column.boolean().notNull(),
    /** Whether it counts in what lists of products show: while it is for everybody, switched on, and in its time. */
    isApplied: column.boolean().notNull().backfill(false),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      name_unique: { on: ["storeId", "name"], unique: true },
      group: { on: ["storeId", "customerGroupId"] },
    },
    checks: { period_ordered: "starts_at < ends_at" },
  },
);

export const priceListEntriesTable = defineTable(
  "price_list_entries",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    priceListId: column
      .uuid()
      .notNull()
      .references(() => priceListsTable, "cascade"),
    variantId: column
      .uuid()
      .notNull()
      .references(() => variantsTable, "cascade"),
    /** From this many units in one line on. */
    minQuantity: column.integer().notNull(),
    amount: column.minorUnits().notNull(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      step_unique: { on: ["priceListId", "variantId", "minQuantity"], unique: true },
      age: { on: ["storeId", "priceListId", "id"] },
      variant: { on: ["storeId", "variantId"] },
    },
    checks: {
      quantity_range: "min_quantity between 1 and 999",
      amount_positive: "amount >= 0",
    },
  },
);

/** Append-only: what everybody had to pay, and since when. */
export const priceHistoryTable = defineTable(
  "price_history",
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
    currency: column.text().notNull(),
    /** Null: it was not for sale from then on. */
    amount: column.minorUnits(),
    compareAt: column.minorUnits(),
    /** Since when; ended by the next row. */
    validFrom: column.timestamp().notNull(),
    /** What it came from: staff's own hands, an import, a price list. */
    reference: column.text().notNull(),
    /** The user or API key that set it; null: the shop itself, or the person was erased. */
    actorId: column.uuid(),
  },
  { indexes: { variant: { on: ["storeId", "variantId", "currency", "validFrom", "id"] } } },
);

export const prices = pricesTable.pg;
export const productPrices = productPricesTable.pg;
export const priceLists = priceListsTable.pg;
export const priceListEntries = priceListEntriesTable.pg;
export const priceHistory = priceHistoryTable.pg;
