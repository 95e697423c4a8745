/** The shelves of the store: the tree of categories, collections, and the addresses things had before. */
import { column, type ReferencedTable } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

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
    seoTitle: column.text().notNull().backfill(""),
    seoDescription: column.text().notNull().backfill(""),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      parent: { on: ["storeId", "parentId", "position"] },
    },
  },
);

export const collectionKinds = ["manual", "rules"] as const;

export const collectionSorts = [
  "manual",
  "newest",
  "price_asc",
  "price_desc",
  "title",
  "rating",
] as const;

/** Of a rule-based collection; `products/collections/contract.ts` says which rules there are. */
export interface CollectionRuleRow {
  readonly field: string;
  readonly op: string;
  readonly value: unknown;
}

/** Products put together by hand or by rules, beside the tree of categories. */
export const collectionsTable = defineTable(
  "collections",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    slug: column.text().notNull(),
    name: column.text().notNull(),
    description: column.text().notNull(),
    kind: column.oneOf(collectionKinds).notNull(),
    /** Empty for a hand-picked one. */
    rules: column.json<CollectionRuleRow[]>().notNull(),
    /** Whether a product must meet every rule, or any. */
    matchAll: column.boolean().notNull(),
    sort: column.oneOf(collectionSorts).notNull(),
    pictureUrl: column.text(),
    pictureAlt: column.text(),
    seoTitle: column.text().notNull(),
    seoDescription: column.text().notNull(),
    isPublished: column.boolean().notNull(),
    position: column.integer().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "slug"], unique: true },
      position: { on: ["storeId", "position", "id"] },
    },
    checks: {
      kind_known: oneOfCheck("kind", collectionKinds),
      sort_known: oneOfCheck("sort", collectionSorts),
    },
  },
);

export const slugKinds = ["product", "category", "collection", "brand"] as const;

/** Addresses that something had before: they go on leading to it. */
export const formerSlugsTable = defineTable(
  "former_slugs",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    kind: column.oneOf(slugKinds).notNull(),
    slug: column.text().notNull(),
    /** What had it, of the kind named. */
    subjectId: column.uuid().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      slug_unique: { on: ["storeId", "kind", "slug"], unique: true },
      subject: { on: ["storeId", "subjectId"] },
    },
    checks: { kind_known: oneOfCheck("kind", slugKinds) },
  },
);

export const translatableKinds = [
  "product",
  "category",
  "collection",
  "brand",
  "attribute",
] as const;

/** Texts in another language than the store's own. What is missing falls back. */
export const translationsTable = defineTable(
  "translations",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    kind: column.oneOf(translatableKinds).notNull(),
    subjectId: column.uuid().notNull(),
    /** BCP 47, such as `fr` or `pt-BR`. */
    locale: column.text().notNull(),
    /** Field to text, such as `{"title": "Théière"}`. */
    texts: column.json<Record<string, string>>().notNull(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      locale_unique: { on: ["storeId", "subjectId", "locale"], unique: true },
      kind: { on: ["storeId", "kind", "locale"] },
    },
    checks: { kind_known: oneOfCheck("kind", translatableKinds) },
  },
);

export const categories = categoriesTable.pg;
export const collections = collectionsTable.pg;
export const formerSlugs = formerSlugsTable.pg;
export const translations = translationsTable.pg;
