/**
 * What a catalogue has beside its products and categories, as records that make it again elsewhere: what
 * products are made of stands before them, what names products behind them. All names are slugs and codes.
 */
import * as z from "zod";
import { Locale, OptionalText, Text } from "../../kernel/contract.ts";
import { CreateBrandInput } from "../brands/contract.ts";
import { CollectionRule, CreateCollectionInput } from "../collections/contract.ts";
import { MAX_RELATIONS, RelationKind, Slug } from "../fields.ts";
import { Texts, TranslatableKind } from "../translations/contract.ts";
import { CreateAttributeInput } from "../types/contract.ts";

const Named = z.string().max(200);

export const ProductTypeRecord = z.strictObject({
  kind: z.literal("product_type"),
  name: Text(120),
});

export const AttributeRecord = z.strictObject({
  kind: z.literal("attribute"),
  product_type: Text(120).nullable().default(null).describe("Its name; null: of every type"),
  ...CreateAttributeInput.omit({ product_type_id: true }).shape,
});

export const BrandRecord = z.strictObject({
  kind: z.literal("brand"),
  ...CreateBrandInput.shape,
  slug: Slug(200),
});

export const RelationsRecord = z.strictObject({
  kind: z.literal("relations"),
  product: Named,
  relations: z.array(z.strictObject({ kind: RelationKind, product: Named })).max(MAX_RELATIONS),
});

/** As a collection's rules, but categories and brands are named by their slugs. */
const RuleBySlugs = z.union([
  CollectionRule,
  z.strictObject({
    field: z.enum(["category", "brand"]),
    op: z.enum(["any_of", "none_of"]),
    value: z.array(Named).min(1),
  }),
]);

export const CollectionRecord = z.strictObject({
  ...CreateCollectionInput.omit({ kind: true, rules: true }).shape,
  kind: z.literal("collection"),
  slug: Slug(100),
  made: z.enum(["manual", "rules"]),
  rules: z.array(RuleBySlugs).default([]),
  products: z.array(Named).default([]).describe("Of a hand-picked one, in their order"),
});

export const TranslationRecord = z.strictObject({
  kind: z.literal("translation"),
  of: TranslatableKind,
  named: OptionalText(200).describe("The slug; of an attribute its code"),
  locale: Locale,
  texts: Texts,
});

export const CatalogueRecord = z.discriminatedUnion("kind", [
  ProductTypeRecord,
  AttributeRecord,
  BrandRecord,
  RelationsRecord,
  CollectionRecord,
  TranslationRecord,
]);
export type CatalogueRecord = z.input<typeof CatalogueRecord>;
export type ReadyRecord = z.output<typeof CatalogueRecord>;
