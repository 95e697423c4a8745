/** What products have in common: brands, product types, and the attributes that a type has. */
import { column, type ReferencedTable } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

export const brandsTable = defineTable(
  "brands",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    slug: column.text().notNull(),
    /** Also stands on its products as `vendor`, kept alike by the products service. */
    name: column.text().notNull(),
    description: column.text().notNull(),
    logoUrl: column.text(),
    seoTitle: column.text().notNull(),
    seoDescription: column.text().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      name_unique: { on: ["storeId", "name"], unique: true },
    },
  },
);

export const productTypesTable = defineTable(
  "product_types",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    slug: column.text().notNull(),
    /** Also stands on its products as `product_type`, kept alike by the products service. */
    name: column.text().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      name_unique: { on: ["storeId", "name"], unique: true },
    },
  },
);

export const attributeTypes = ["text", "number", "boolean", "choice", "choices"] as const;

/** Typed: a product of the type has one value of each, and those that are filterable become facets. */
export const attributesTable = defineTable(
  "attributes",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** Null: every product may have it, whatever its type. */
    productTypeId: column.uuid().references((): ReferencedTable => productTypesTable, "cascade"),
    /** In filters and answers, such as `capacity_ml`. One meaning in the whole store. */
    code: column.text().notNull(),
    name: column.text().notNull(),
    type: column.oneOf(attributeTypes).notNull(),
    /** Shown behind a number, such as `ml`. */
    unit: column.text().notNull(),
    /** What a choice may be, in the order shown; empty for other types. */
    choices: column.json<string[]>().notNull(),
    isRequired: column.boolean().notNull(),
    isFilterable: column.boolean().notNull(),
    position: column.integer().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      code_unique: { on: ["storeId", "code"], unique: true },
      type: { on: ["storeId", "productTypeId", "position"] },
    },
    checks: { type_known: oneOfCheck("type", attributeTypes) },
  },
);

export const brands = brandsTable.pg;
export const productTypes = productTypesTable.pg;
export const attributes = attributesTable.pg;
