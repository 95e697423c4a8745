/** What the store sells: products, their variants and pictures. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { assetsTable } from "./assets.ts";
import { brandsTable, productTypesTable } from "./attributes.ts";
import { categoriesTable } from "./categories.ts";
import { storesTable } from "./stores.ts";

export const productStatuses = ["draft", "active", "archived"] as const;

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
    brandId: column.uuid().references(() => brandsTable, "set null"),
    productTypeId: column.uuid().references(() => productTypesTable, "set null"),
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
    /** When it leaves the shop again by itself; null: never. */
    unpublishAt: column.timestamp(),
    /** In the bin since then: nobody sees it, and it can be restored. */
    deletedAt: column.timestamp(),
    /** As `products/custom-fields.ts` declares them; null: none is set. */
    customFields: column.json<Record<string, unknown>>(),
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
    // Of its published reviews, kept by the reviews service; hundredths: 437 is 4.37 stars.
    ratingCount: column.integer().notNull().backfill(0),
    ratingSum: column.integer().notNull().backfill(0),
    ratingAverage: column.integer().notNull().backfill(0),
    rating1Count: column.integer().notNull().backfill(0),
    rating2Count: column.integer().notNull().backfill(0),
    rating3Count: column.integer().notNull().backfill(0),
    rating4Count: column.integer().notNull().backfill(0),
    rating5Count: column.integer().notNull().backfill(0),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      newest: { on: ["storeId", "publishedAt", "id"], where: "status = 'active'" },
      unpublish: { on: ["storeId", "unpublishAt"], where: "unpublish_at is not null" },
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
      category_rating: {
        on: ["storeId", "categoryId", "ratingAverage", "id"],
        where: "status = 'active'",
      },
      rating: { on: ["storeId", "ratingAverage", "id"], where: "status = 'active'" },
      vendor: { on: ["storeId", "vendor"], where: "status = 'active'" },
      brand: { on: ["storeId", "brandId", "publishedAt", "id"], where: "status = 'active'" },
      product_type: { on: ["storeId", "productTypeId"] },
      // What staff lists, whatever its status.
      updated: { on: ["storeId", "updatedAt", "id"] },
    },
    checks: {
      status_known: oneOfCheck("status", productStatuses),
      active_is_published: "status <> 'active' or published_at is not null",
      deleted_is_not_active: "deleted_at is null or status <> 'active'",
      rating_adds_up:
        "rating_count = rating1_count + rating2_count + rating3_count + rating4_count + rating5_count" +
        " and rating_sum = rating1_count + 2 * rating2_count + 3 * rating3_count" +
        " + 4 * rating4_count + 5 * rating5_count",
      rating_counts_positive:
        "rating1_count >= 0 and rating2_count >= 0 and rating3_count >= 0" +
        " and rating4_count >= 0 and rating5_count >= 0",
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
    /** The uploaded file behind `url`; null: the picture lies elsewhere. */
    assetId: column.uuid().references(() => assetsTable),
    url: column.text().notNull(),
    alt: column.text().notNull(),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      url_unique: { on: ["productId", "url"], unique: true },
      asset: { on: ["storeId", "assetId"], where: "asset_id is not null" },
    },
  },
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
      barcode: { on: ["storeId", "barcode"], where: "barcode is not null" },
    },
    checks: {
      weight_positive: "weight_grams >= 0",
      measures_positive: "length_mm > 0 and width_mm > 0 and height_mm > 0",
      low_stock_positive: "low_stock_threshold >= 0",
    },
  },
);

export const relationKinds = ["related", "accessory", "upgrade"] as const;

/** What is shown beside a product, as staff chose it. */
export const productRelationsTable = defineTable(
  "product_relations",
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
    relatedId: column
      .uuid()
      .notNull()
      .references(() => productsTable, "cascade"),
    kind: column.oneOf(relationKinds).notNull(),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      relation_unique: { on: ["productId", "kind", "relatedId"], unique: true },
      related: { on: ["storeId", "relatedId"] },
    },
    checks: {
      kind_known: oneOfCheck("kind", relationKinds),
      not_itself: "product_id <> related_id",
    },
  },
);

export const products = productsTable.pg;
export const productTags = productTagsTable.pg;
export const media = mediaTable.pg;
export const variants = variantsTable.pg;
export const productRelations = productRelationsTable.pg;
