/** What the store sells. */
import { column, type ReferencedTable } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

export const productStatuses = ["draft", "active", "archived"] as const;

export const categoriesTable = defineTable(
  "categories",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    parentId: column.uuid().references((): ReferencedTable => categoriesTable),
    slug: column.text().notNull(),
    name: column.text().notNull(),
    description: column
      .text()
      .notNull()
      .init(() => ""),
    position: column
      .integer()
      .notNull()
      .init(() => 0),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  { indexes: { slug_unique: { on: ["storeId", "slug"], unique: true } } },
);

export interface ProductOptionRow {
  readonly name: string;
  readonly values: readonly string[];
}

export const productsTable = defineTable(
  "products",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    categoryId: column.uuid().references(() => categoriesTable, "set null"),
    slug: column.text().notNull(),
    title: column.text().notNull(),
    subtitle: column
      .text()
      .notNull()
      .init(() => ""),
    vendor: column
      .text()
      .notNull()
      .init(() => ""),
    productType: column
      .text()
      .notNull()
      .init(() => ""),
    descriptionHtml: column
      .text()
      .notNull()
      .init(() => ""),
    options: column
      .json<ProductOptionRow[]>()
      .notNull()
      .init(() => []),
    seoTitle: column
      .text()
      .notNull()
      .init(() => ""),
    seoDescription: column
      .text()
      .notNull()
      .init(() => ""),
    status: column
      .oneOf(productStatuses)
      .notNull()
      .init(() => "draft"),
    publishedAt: column.timestamp(),
    // What a list shows, kept by the products and inventory services so that a list is one read.
    minPrice: column.minorUnits(),
    maxPrice: column.minorUnits(),
    compareAtPrice: column.minorUnits(),
    inStock: column
      .boolean()
      .notNull()
      .init(() => false),
    variantCount: column
      .integer()
      .notNull()
      .init(() => 0),
    pictureUrl: column.text(),
    pictureAlt: column.text(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      newest: { on: ["storeId", "publishedAt", "id"], where: "status = 'active'" },
      price: { on: ["storeId", "minPrice", "id"], where: "status = 'active'" },
      title: { on: ["storeId", "title", "id"], where: "status = 'active'" },
      category_newest: {
        on: ["storeId", "categoryId", "publishedAt", "id"],
        where: "status = 'active'",
      },
      category_price: {
        on: ["storeId", "categoryId", "minPrice", "id"],
        where: "status = 'active'",
      },
      vendor: { on: ["storeId", "vendor"], where: "status = 'active'" },
    },
    checks: {
      status_known: oneOfCheck("status", productStatuses),
      active_is_published: "status <> 'active' or published_at is not null",
    },
  },
);

export const productTagsTable = defineTable(
  "product_tags",
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
    tag: column.text().notNull(),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      tag_unique: { on: ["productId", "tag"], unique: true },
      tag: { on: ["storeId", "tag", "productId"] },
    },
  },
);

export const mediaTable = defineTable(
  "media",
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
    url: column.text().notNull(),
    alt: column.text().notNull(),
    position: column.integer().notNull(),
  },
  { indexes: { url_unique: { on: ["productId", "url"], unique: true } } },
);

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
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      sku_unique: { on: ["storeId", "sku"], unique: true, where: "sku is not null" },
      options_unique: { on: ["productId", "optionKey"], unique: true },
      product: { on: ["storeId", "productId", "position"] },
    },
    checks: { weight_positive: "weight_grams >= 0" },
  },
);

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

export const categories = categoriesTable.pg;
export const products = productsTable.pg;
export const productTags = productTagsTable.pg;
export const media = mediaTable.pg;
export const variants = variantsTable.pg;
export const prices = pricesTable.pg;
