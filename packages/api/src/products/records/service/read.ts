/** The records of a catalogue, in the order in which they can be taken in elsewhere. */
import {
  attributes,
  brands,
  categories,
  collectionProducts,
  collections,
  productRelations,
  products,
  productTypes,
  translations,
} from "@souk/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import type { CollectionRule } from "../../collections/contract.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import type { TranslatableKind } from "../../translations/contract.ts";
import type { CatalogueRecord } from "../contract.ts";

/** What products are made of, and its translations: types, attributes, brands. Categories are drafts of their own. */
export async function recordsBefore(ctx: Context): Promise<CatalogueRecord[]> {
  const { db, store } = ctx;
  const types = await db
    .select()
    .from(productTypes)
    .where(eq(productTypes.storeId, store.id))
    .orderBy(asc(productTypes.name));
  const typeNames = new Map(types.map(({ id, name }) => [id, name]));
  const declared = await db
    .select()
    .from(attributes)
    .where(eq(attributes.storeId, store.id))
    .orderBy(asc(attributes.position), asc(attributes.code));
  const made = await db
    .select()
    .from(brands)
    .where(eq(brands.storeId, store.id))
    .orderBy(asc(brands.slug));
  return [
    ...types.map(({ name }) => ({ kind: "product_type", name }) as const),
    ...declared.map((row) => ({
      ...{
        kind: "attribute" as const,
        product_type: typeNames.get(row.productTypeId ?? "") ?? null,
      },
      ...{ code: row.code, name: row.name, type: row.type, unit: row.unit, choices: row.choices },
      ...{ is_required: row.isRequired, is_filterable: row.isFilterable, position: row.position },
    })),
    ...made.map((row) => ({
      ...{ kind: "brand" as const, slug: row.slug, name: row.name, description: row.description },
      ...{ logo_url: row.logoUrl, seo: seoOf(row) },
    })),
  ];
}

/** Of what stands before products, categories included. */
export async function translationsBefore(ctx: Context): Promise<CatalogueRecord[]> {
  const all = [
    ...(await translated(ctx, "attribute", await namesOf(ctx, attributes, attributes.code))),
    ...(await translated(ctx, "brand", await namesOf(ctx, brands, brands.slug))),
    ...(await translated(ctx, "category", await namesOf(ctx, categories, categories.slug))),
  ];
  return all;
}

type NamedTable = typeof attributes | typeof brands | typeof categories | typeof collections;
type NameColumn =
  | typeof attributes.code
  | typeof brands.slug
  | typeof categories.slug
  | typeof collections.slug;

async function namesOf({ db, store }: Context, table: NamedTable, name: NameColumn) {
  const rows = await db
    .select({ id: table.id, name })
    .from(table)
    .where(eq(table.storeId, store.id));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Of these products, once all products are there. */
export async function recordsBehind(
  ctx: Context,
  productIds: readonly string[],
): Promise<CatalogueRecord[]> {
  if (productIds.length === 0) return [];
  const { db, store } = ctx;
  const rows = await db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(and(eq(products.storeId, store.id), inArray(products.id, [...productIds])));
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const beside = await db
    .select({
      owner: productRelations.productId,
      kind: productRelations.kind,
      product: products.slug,
    })
    .from(productRelations)
    .innerJoin(
      products,
      and(eq(products.storeId, store.id), eq(products.id, productRelations.relatedId)),
    )
    .where(
      and(
        eq(productRelations.storeId, store.id),
        inArray(productRelations.productId, [...productIds]),
      ),
    )
    .orderBy(asc(productRelations.position));
  const related = Map.groupBy(beside, ({ owner }) => owner);
  const relations = productIds.flatMap((id) => {
    const own = related.get(id) ?? [];
    const product = slugs.get(id);
    if (product === undefined || own.length === 0) return [];
    const all = own.map((row) => ({ kind: row.kind, product: row.product }));
    return [{ kind: "relations" as const, product, relations: all }];
  });
  return [...relations, ...(await translated(ctx, "product", slugs))];
}

/** What is put together of products. */
export async function recordsAtTheEnd(ctx: Context): Promise<CatalogueRecord[]> {
  const { db, store } = ctx;
  const all = await db
    .select()
    .from(collections)
    .where(eq(collections.storeId, store.id))
    .orderBy(asc(collections.position), asc(collections.slug));
  const picked = await db
    .select({ owner: collectionProducts.collectionId, slug: products.slug })
    .from(collectionProducts)
    .innerJoin(
      products,
      and(eq(products.storeId, store.id), eq(products.id, collectionProducts.productId)),
    )
    .where(eq(collectionProducts.storeId, store.id))
    .orderBy(asc(collectionProducts.position));
  const inIt = Map.groupBy(picked, ({ owner }) => owner);
  const names = {
    category: await namesOf(ctx, categories, categories.slug),
    brand: await namesOf(ctx, brands, brands.slug),
  };
  const records = all.map((row) => ({
    ...{ kind: "collection" as const, slug: row.slug, name: row.name, made: row.kind },
    ...{ description: row.description, match_all: row.matchAll, sort: row.sort },
    rules: (row.rules as CollectionRule[]).map((rule) => bySlugs(rule, names)),
    products: (inIt.get(row.id) ?? []).map(({ slug }) => slug),
    ...{ picture: pictureOrNull(row.pictureUrl, row.pictureAlt), seo: seoOf(row) },
    ...{ is_published: row.isPublished, position: row.position },
  }));
  const slugs = new Map(all.map(({ id, slug }) => [id, slug]));
  return [...records, ...(await translated(ctx, "collection", slugs))];
}

type Names = Readonly<Record<"category" | "brand", ReadonlyMap<string, string>>>;

const bySlugs = (rule: CollectionRule, names: Names) =>
  rule.field === "category" || rule.field === "brand"
    ? { ...rule, value: rule.value.map((id) => names[rule.field].get(id) ?? id) }
    : rule;

/** The translations of these things, by their names. */
async function translated(
  { db, store }: Context,
  of: TranslatableKind,
  names: ReadonlyMap<string, string>,
): Promise<CatalogueRecord[]> {
  if (names.size === 0) return [];
  const own = of === "product" ? inArray(translations.subjectId, [...names.keys()]) : undefined;
  const rows = await db
    .select()
    .from(translations)
    .where(and(eq(translations.storeId, store.id), eq(translations.kind, of), own))
    .orderBy(asc(translations.subjectId), asc(translations.locale));
  return rows.flatMap(({ subjectId, locale, texts }) => {
    const named = names.get(subjectId);
    return named === undefined ? [] : [{ kind: "translation" as const, of, named, locale, texts }];
  });
}

const seoOf = (row: { readonly seoTitle: string; readonly seoDescription: string }) => ({
  title: row.seoTitle,
  description: row.seoDescription,
});
