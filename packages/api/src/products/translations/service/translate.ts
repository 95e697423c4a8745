/** Reading in another language: one statement for all that an answer shows, none in the store's own. */
import { translations } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { localesFor } from "../../../kernel/locale.ts";
import type { TranslatableKind } from "../contract.ts";

/** A field of a thing, which reads `original` in the store's own language. */
export type Translate = (subjectId: string, field: string, original: string) => string;

export const untranslated: Translate = (_subjectId, _field, original) => original;

/** What an answer shows: these things, or all of these kinds. */
export type Shown =
  | { readonly ids: readonly string[] }
  | { readonly kinds: readonly TranslatableKind[] };

/** `wanted`: the input's language; else that of the request counts. */
export async function translateFor(
  ctx: Context,
  wanted: string | undefined,
  shown: Shown,
): Promise<Translate> {
  const locales = localesFor(ctx.store, wanted ?? ctx.request.locale);
  if (locales.length === 0 || ("ids" in shown && shown.ids.length === 0)) return untranslated;
  const rows = await ctx.db
    .select({
      subjectId: translations.subjectId,
      locale: translations.locale,
      texts: translations.texts,
    })
    .from(translations)
    .where(
      and(
        eq(translations.storeId, ctx.store.id),
        inArray(translations.locale, [...locales]),
        "ids" in shown
          ? inArray(translations.subjectId, [...shown.ids])
          : inArray(translations.kind, [...shown.kinds]),
      ),
    );
  const byPlace = new Map(rows.map((row) => [`${row.subjectId} ${row.locale}`, row.texts]));
  return (subjectId, field, original) => {
    for (const locale of locales) {
      const texts = byPlace.get(`${subjectId} ${locale}`);
      if (texts !== undefined && Object.hasOwn(texts, field)) return texts[field] ?? original;
    }
    return original;
  };
}

/** The fields of a product's options and their values. */
export const optionField = (name: string, value?: string): string =>
  value === undefined ? `option.${name}` : `option.${name}.${value}`;

export const choiceField = (choice: string): string => `choice.${choice}`;
