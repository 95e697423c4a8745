/** Locations, collections, translations, redirects and terms of stock as files tell of them, with slugs and codes for names. */
import * as z from "zod";
import { UpdateVariantStockInput } from "../inventory/contract.ts";
import { CreateLocationInput } from "../inventory/locations/contract.ts";
import { Locale, Quantity } from "../kernel/contract.ts";
import { CollectionRule, CreateCollectionInput } from "./collections/contract.ts";
import { FormerSlugs, MAX_OPTIONS, Slug } from "./fields.ts";
import { Texts, TranslatableKind } from "./translations/contract.ts";

const Named = z.string().min(1).max(200);

/** A rule as collections have it, but of categories and brands by their slugs. */
const RuleBySlugs = z.union([
  z.strictObject({
    field: z.enum(["category", "brand"]),
    op: z.enum(["any_of", "none_of"]),
    value: z.array(Named).min(1).max(100),
  }),
  CollectionRule,
]);

export const CollectionDraft = z.strictObject({
  ...CreateCollectionInput.omit({ kind: true, rules: true }).shape,
  slug: Slug(100),
  /** By hand, or by its rules. */
  made: z.enum(["manual", "rules"]),
  rules: z.array(RuleBySlugs).default([]),
  /** Of a hand-picked one, all of them in their order. */
  products: z.array(Named).default([]),
});
export type CollectionDraft = z.input<typeof CollectionDraft>;

export const TranslationDraft = z.strictObject({
  of: TranslatableKind,
  /** The slug of what is translated; of an attribute the code. */
  named: Named,
  locale: Locale,
  texts: Texts,
});
export type TranslationDraft = z.input<typeof TranslationDraft>;

/** What led to it before it had the slug that it has. */
export const RedirectsDraft = z.strictObject({
  of: z.enum(["brand", "category", "collection"]),
  /** The slug of what they lead to. */
  named: Named,
  /** All of them. */
  from: FormerSlugs,
});
export type RedirectsDraft = z.input<typeof RedirectsDraft>;

/** Known by its code; what is absent stays as it is. */
export const LocationDraft = z.strictObject({
  ...CreateLocationInput.shape,
  is_active: z.boolean().optional(),
});
export type LocationDraft = z.input<typeof LocationDraft>;

/** A variant: of the product of this slug the one of these option values, in the order of its options. */
const Variant = {
  product: Named,
  values: z.array(z.string().max(255)).max(MAX_OPTIONS).default([]),
};

/** Of a variant, beside what its product says of it. */
export const TermsDraft = z.strictObject({
  ...Variant,
  ...UpdateVariantStockInput.omit({ variant_id: true }).shape,
  /** Of a bundle, all of them; left as they are when absent. */
  components: z
    .array(z.strictObject({ ...Variant, quantity: Quantity }))
    .min(1)
    .max(20)
    .optional(),
});
export type TermsDraft = z.input<typeof TermsDraft>;
