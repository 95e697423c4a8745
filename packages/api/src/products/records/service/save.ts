/** Takes a record of a catalogue in. The same record again changes nothing. */

import { isDeepStrictEqual } from "node:util";
import {
  attributes,
  brands,
  categories,
  collections,
  products,
  translations,
} from "@souk/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { invalidField } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import * as brandService from "../../brands/service/index.ts";
import type { CollectionRule } from "../../collections/contract.ts";
import * as collectionService from "../../collections/service/index.ts";
import { readDraft } from "../../drafts.ts";
import { productUpdated } from "../../events.ts";
import type { SaveOutcome } from "../../service/save-product.ts";
import { saveRelations } from "../../service/save-relations.ts";
import { storable } from "../../service/storable.ts";
import type { TranslatableKind } from "../../translations/contract.ts";
import * as translationService from "../../translations/service/index.ts";
import * as types from "../../types/service/index.ts";
import { CatalogueRecord, type ReadyRecord } from "../contract.ts";

/** Throws `invalid_input`, naming the field, and whatever refuses what the record says. */
export function saveRecord(ctx: Context, input: unknown): Promise<SaveOutcome> {
  const record = readDraft(CatalogueRecord, input as CatalogueRecord);
  return inTransaction(ctx, (ctx) => save(ctx, record));
}

/** Whether it is a record at all, whatever there is. */
export function judgeRecord(input: unknown): void {
  readDraft(CatalogueRecord, input as CatalogueRecord);
}

type Of<Kind extends ReadyRecord["kind"]> = Extract<ReadyRecord, { kind: Kind }>;

function save(ctx: Context, record: ReadyRecord): Promise<SaveOutcome> {
  switch (record.kind) {
    case "product_type":
      return saveType(ctx, record);
    case "attribute":
      return saveAttribute(ctx, record);
    case "brand":
      return saveBrand(ctx, record);
    case "relations":
      return relate(ctx, record);
    case "collection":
      return saveCollection(ctx, record);
    case "translation":
      return translate(ctx, record);
  }
}

async function saveType(ctx: Context, { name }: Of<"product_type">): Promise<SaveOutcome> {
  const { items } = await types.list(ctx);
  if (items.some((type) => type.name === name)) return "unchanged";
  await types.create(ctx, { name });
  return "created";
}

async function saveAttribute(
  ctx: Context,
  { kind: _kind, product_type: typeName, ...wanted }: Of<"attribute">,
): Promise<SaveOutcome> {
  const typeId = typeName === null ? null : await types.ensure(ctx, typeName);
  const known = (await types.listAttributes(ctx)).items.find(({ code }) => code === wanted.code);
  if (known === undefined) {
    await types.createAttribute(ctx, { ...wanted, product_type_id: typeId });
    return "created";
  }
  if (known.product_type_id !== typeId) {
    const message = `The attribute ${wanted.code} belongs to another product type here.`;
    throw invalidField("product_type", "code_taken", message);
  }
  const { id, product_type_id: _type, ...before } = known;
  if (isDeepStrictEqual(before, wanted)) return "unchanged";
  const { code: _code, ...changes } = wanted;
  await types.updateAttribute(ctx, { id, ...changes });
  return "updated";
}

async function saveBrand(
  ctx: Context,
  { kind: _kind, ...wanted }: Of<"brand">,
): Promise<SaveOutcome> {
  const rows = await ctx.db.select().from(brands).where(eq(brands.storeId, ctx.store.id));
  const known =
    rows.find(({ slug }) => slug === wanted.slug) ?? rows.find(({ name }) => name === wanted.name);
  if (known === undefined) {
    await brandService.create(ctx, wanted);
    return "created";
  }
  const before = {
    ...{ slug: known.slug, name: known.name, description: known.description },
    ...{ logo_url: known.logoUrl, seo: seoOf(known) },
  };
  if (isDeepStrictEqual(before, wanted)) return "unchanged";
  await brandService.update(ctx, { id: known.id, ...wanted });
  return "updated";
}

async function relate(ctx: Context, { product, relations }: Of<"relations">): Promise<SaveOutcome> {
  const id = await idOf(ctx, "product", product, "product");
  const changed = await saveRelations(ctx, id, relations);
  if (!changed) return "unchanged";
  await ctx.db
    .update(products)
    .set({ updatedAt: ctx.now() })
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, id)));
  await publish(ctx, productUpdated({ id, slug: product }));
  return "updated";
}

async function saveCollection(
  ctx: Context,
  { kind: _kind, made, products: picked, rules: told, ...wanted }: Of<"collection">,
): Promise<SaveOutcome> {
  const rules = await byIds(ctx, told);
  const ids: string[] = [];
  for (const [i, slug] of picked.entries()) {
    ids.push(await idOf(ctx, "product", slug, `products.${i}`));
  }
  const known = (await collectionService.listAll(ctx)).items.find(
    ({ slug }) => slug === wanted.slug,
  );
  if (known === undefined) {
    const { id } = await collectionService.create(ctx, { ...wanted, kind: made, rules });
    if (ids.length > 0) await collectionService.setProducts(ctx, { id, product_ids: ids });
    return "created";
  }
  if (known.kind !== made) {
    const message = `The collection ${wanted.slug} is made in another way here.`;
    throw invalidField("made", "collection_by_rules", message);
  }
  const { sort = known.sort, ...plain } = wanted;
  const before = Object.fromEntries(
    Object.keys(plain).map((key) => [key, Reflect.get(known, key)]),
  );
  const terms = { ...before, sort: known.sort, rules: known.rules };
  let outcome: SaveOutcome = "unchanged";
  if (!isDeepStrictEqual(terms, { ...plain, sort, rules })) {
    await collectionService.update(ctx, { id: known.id, ...plain, sort, rules });
    outcome = "updated";
  }
  if (made === "rules") return outcome;
  const { items } = await collectionService.listProducts(ctx, known);
  if (
    isDeepStrictEqual(
      items.map(({ id }) => id),
      ids,
    )
  )
    return outcome;
  await collectionService.setProducts(ctx, { id: known.id, product_ids: ids });
  return "updated";
}

/** Categories and brands are named by slugs there, and by ids here. */
async function byIds(ctx: Context, rules: Of<"collection">["rules"]): Promise<CollectionRule[]> {
  const all: CollectionRule[] = [];
  for (const [i, rule] of rules.entries()) {
    if (rule.field !== "category" && rule.field !== "brand") {
      all.push(rule as CollectionRule);
      continue;
    }
    const value: string[] = [];
    for (const [j, slug] of rule.value.entries()) {
      value.push(await idOf(ctx, rule.field, slug, `rules.${i}.value.${j}`));
    }
    all.push({ ...rule, value });
  }
  return all;
}

async function translate(
  ctx: Context,
  { of, named, locale, texts }: Of<"translation">,
): Promise<SaveOutcome> {
  const id = await idOf(ctx, of, named, "named");
  const [before] = await ctx.db
    .select({ texts: translations.texts })
    .from(translations)
    .where(
      and(
        eq(translations.storeId, ctx.store.id),
        eq(translations.subjectId, id),
        eq(translations.locale, locale),
      ),
    );
  if (before !== undefined && isDeepStrictEqual(before.texts, texts)) return "unchanged";
  await translationService.save(ctx, { kind: of, subject_id: id, locale, texts });
  return before === undefined ? "created" : "updated";
}

/** Throws `record_unknown`, naming the field that names it. */
async function idOf(
  ctx: Context,
  of: TranslatableKind,
  name: string,
  field: string,
): Promise<string> {
  const [table, column] = named[of];
  const [row] = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        eq(table.storeId, ctx.store.id),
        eq(column, storable(name)),
        of === "product" ? isNull(products.deletedAt) : undefined,
      ),
    );
  if (row === undefined) {
    throw invalidField(field, "record_unknown", `There is no ${of} ${name}.`);
  }
  return row.id;
}

const named = {
  product: [products, products.slug],
  category: [categories, categories.slug],
  collection: [collections, collections.slug],
  brand: [brands, brands.slug],
  attribute: [attributes, attributes.code],
} as const;

const seoOf = (row: { readonly seoTitle: string; readonly seoDescription: string }) => ({
  title: row.seoTitle,
  description: row.seoDescription,
});
