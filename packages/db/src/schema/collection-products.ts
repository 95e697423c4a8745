/** What staff picked for a collection. Apart, since it stands between collections and products. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { productsTable } from "./catalog.ts";
import { collectionsTable } from "./categories.ts";
import { storesTable } from "./stores.ts";

export const collectionProductsTable = defineTable(
  "collection_products",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    collectionId: column
      .uuid()
      .notNull()
      .references(() => collectionsTable, "cascade"),
    productId: column
      .uuid()
      .notNull()
      .references(() => productsTable, "cascade"),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      product_unique: { on: ["collectionId", "productId"], unique: true },
      position: { on: ["storeId", "collectionId", "position", "productId"] },
      product: { on: ["storeId", "productId"] },
    },
  },
);

export const collectionProducts = collectionProductsTable.pg;
