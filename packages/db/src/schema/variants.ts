/** What of a product is sold: each with its own SKU, price and stock. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { mediaTable, productsTable } from "./catalog.ts";
import { storesTable } from "./stores.ts";

export const variantsTable = defineTable(
  "variants",
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
    mediaId: column.uuid().references(() => mediaTable, "set null"),
    sku: column.text(),
    barcode: column.text(),
    title: column.text().notNull(),
    /** Option name to value, in the product's order. */
    options: column.json<Record<string, string>>().notNull(),
    /** The values joined: two variants of one product never share it. */
    optionKey: column.text().notNull(),
    position: column.integer().notNull(),
    weightGrams: column
      .integer()
      .notNull()
      .init(() => 0),
    // As packed; null: not measured.
    lengthMm: column.integer(),
    widthMm: column.integer(),
    heightMm: column.integer(),
    requiresShipping: column
      .boolean()
      .notNull()
      .init(() => true),
    taxable: column
      .boolean()
      .notNull()
      .init(() => true),
    /** Whether stock is counted at all. */
    tracksInventory: column
      .boolean()
      .notNull()
      .init(() => true),
    /** Until then what is not on the shelf is sold as a pre-order; null: as a back-order. */
    preorderShipsAt: column.timestamp(),
    /** It has no stock of its own: it draws on that of its components. */
    isBundle: column.boolean().notNull().backfill(false),
    /** Fewer available units than this are a low stock; null: the store's own number. */
    lowStockThreshold: column.integer(),
    /** As `products/custom-fields.ts` declares them; null: none is set. */
    customFields: column.json<Record<string, unknown>>(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      sku_unique: { on: ["storeId", "sku"], unique: true, where: "sku is not null" },
      options_unique: { on: ["productId", "optionKey"], unique: true },
      product: { on: ["storeId", "productId", "position"] },
      preorder: { on: ["storeId", "preorderShipsAt"], where: "preorder_ships_at is not null" },
      bundles: { on: ["storeId", "id"], where: "is_bundle" },
      barcode: { on: ["storeId", "barcode"], where: "barcode is not null" },
      low_stock: { on: ["storeId", "lowStockThreshold"], where: "low_stock_threshold is not null" },
    },
    checks: {
      weight_positive: "weight_grams >= 0",
      measures_positive: "length_mm > 0 and width_mm > 0 and height_mm > 0",
      low_stock_positive: "low_stock_threshold >= 0",
    },
  },
);

export const variants = variantsTable.pg;
