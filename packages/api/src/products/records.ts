/** Collections and translations as files tell of them: whatever they name, they name by slug or code. */
import * as z from "zod";
import { Locale } from "../kernel/contract.ts";
import { CollectionRule, CreateCollectionInput } from "./collections/contract.ts";
import { Slug } from "./fields.ts";
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
