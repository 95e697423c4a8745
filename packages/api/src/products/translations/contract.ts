/** Texts of the catalogue in other languages than the store's own. */
import * as z from "zod";
import { Id, Locale, Timestamp } from "../../kernel/contract.ts";

export const TranslatableKind = z.enum(["product", "category", "collection", "brand", "attribute"]);
export type TranslatableKind = z.infer<typeof TranslatableKind>;

/** Of one thing in one language. */
export const MAX_TEXTS = 1000;

export const Texts = z
  .record(z.string().max(600), z.string().max(200_000))
  .describe(
    "Field to text. `product`: title, subtitle, description_html, seo_title, seo_description, `option.<name>` and `option.<name>.<value>`. `category`, `collection`, `brand`: name, description, seo_title, seo_description. `attribute`: name, unit, `choice.<choice>`. What is empty or left out falls back.",
  );
export type Texts = z.infer<typeof Texts>;

export const Translation = z
  .object({ locale: z.string(), texts: Texts, updated_at: Timestamp })
  .meta({ id: "Translation" });
export type Translation = z.infer<typeof Translation>;

export const TranslationList = z
  .object({
    originals: Texts.describe("What there is to translate, in the store's own language"),
    items: z.array(Translation),
  })
  .meta({ id: "TranslationList" });
export type TranslationList = z.infer<typeof TranslationList>;

export const TranslationsRef = z.strictObject({ kind: TranslatableKind, subject_id: Id });
export type TranslationsRef = z.infer<typeof TranslationsRef>;

export const TranslationRef = z.strictObject({ ...TranslationsRef.shape, locale: Locale });
export type TranslationRef = z.infer<typeof TranslationRef>;

export const SaveTranslationInput = z.strictObject({ ...TranslationRef.shape, texts: Texts });
export type SaveTranslationInput = z.infer<typeof SaveTranslationInput>;
