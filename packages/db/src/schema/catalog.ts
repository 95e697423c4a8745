/** What the store shows: products, their tags and pictures, and how they go together. */
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
      // With all that tells whether a product is published: shelves are counted from it alone.
      category_newest: {
        on: ["storeId", "categoryId", "publishedAt", "id", "unpublishAt"],
        where: "status = 'active'",
      },
      category_price: {
        on: ["storeId", "categoryId", "minPrice", "id"],
        where: "status = 'active'",
      },
      category_title: { on: ["storeId", "categoryId", "title", "id"], where: "status = 'active'" },
      category_rating: {
        on: ["storeId", "categoryId", "ratingAverage", "id"],
        where: "status = 'active'",
      },
      rating: { on: ["storeId", "ratingAverage", "id"], where: "status = 'active'" },
      vendor: { on: ["storeId", "vendor"], where: "status = 'active'" },
      on_sale: {
        on: ["storeId", "publishedAt", "id"],
        where: "status = 'active' and compare_at_price is not null",
      },
      brand: { on: ["storeId", "brandId", "publishedAt", "id"], where: "status = 'active'" },
      product_type: { on: ["storeId", "productTypeId"] },
      // What staff lists, whatever its status.
      updated: { on: ["storeId", "updatedAt", "id"] },
      created: { on: ["storeId", "id"], unique: true },
      by_title: { on: ["storeId", "title", "id"] },
      status: { on: ["storeId", "status", "updatedAt", "id"] },
      stocked: { on: ["storeId", "inStock", "updatedAt", "id"] },
      category: { on: ["storeId", "categoryId", "updatedAt", "id"] },
      of_brand: { on: ["storeId", "brandId", "updatedAt", "id"] },
      bin: { on: ["storeId", "updatedAt", "id"], where: "deleted_at is not null" },
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
export const productRelations = productRelationsTable.pg;
