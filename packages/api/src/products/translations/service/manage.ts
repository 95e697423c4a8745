/** Translations as staff writes them. */
import { products, translations } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { DomainError, invalidField, notFound } from "../../../kernel/errors.ts";
import { sanitised } from "../../service/description.ts";
import { reindex } from "../../service/reindex.ts";
import {
  MAX_TEXTS,
  type SaveTranslationInput,
  type Texts,
  type Translation,
  type TranslationList,
  type TranslationRef,
  type TranslationsRef,
} from "../contract.ts";
import { originalsOf } from "./originals.ts";
import { productsThatShow } from "./shown-by.ts";

type TranslationRow = typeof translations.$inferSelect;

export async function list(ctx: Context, input: TranslationsRef): Promise<TranslationList> {
  const ref = lowered(input);
  const rows = await ctx.db
    .select()
    .from(translations)
    .where(of(ctx, ref))
    .orderBy(asc(translations.locale));
  return { originals: await originalsOf(ctx, ref), items: rows.map(translationOf) };
}

/**
 * Stores these texts and no others. Throws `locale_unknown` for a language that the store does not have,
 * and `invalid_input` naming each text that is none of the thing's or does not fit.
 */
export function save(ctx: Context, input: SaveTranslationInput): Promise<Translation> {
  const ref = lowered(input);
  const locale = knownLocale(ctx, input.locale);
  return inTransaction(ctx, async (ctx) => {
    const texts = checked(await originalsOf(ctx, ref), input.texts);
    const [row] = await ctx.db
      .insert(translations)
      .values({
        ...{ storeId: ctx.store.id, kind: ref.kind, subjectId: ref.subject_id },
        ...{ locale, texts, updatedAt: ctx.now() },
      })
      .onConflictDoUpdate({
        target: [translations.storeId, translations.subjectId, translations.locale],
        set: { texts, updatedAt: ctx.now() },
      })
      .returning();
    if (row === undefined) throw new Error("the translation was not stored");
    await follow(ctx, ref);
    await recordAct(ctx, "translation.saved", row);
    return translationOf(row);
  });
}

export async function remove(ctx: Context, input: TranslationRef): Promise<void> {
  const ref = lowered(input);
  await inTransaction(ctx, async (ctx) => {
    await originalsOf(ctx, ref);
    const [row] = await ctx.db
      .delete(translations)
      .where(and(of(ctx, ref), eq(translations.locale, spelled(ctx, input.locale))))
      .returning();
    if (row === undefined) throw notFound("translation");
    await follow(ctx, ref);
    await recordAct(ctx, "translation.deleted", row);
  });
}

const lowered = ({ kind, subject_id: id }: TranslationsRef): TranslationsRef => ({
  kind,
  subject_id: id.toLowerCase(),
});

/** A language may have left the store's settings since: its texts can still be deleted. */
const spelled = ({ store }: Context, locale: string): string =>
  store.locales.find((known) => known.toLowerCase() === locale.toLowerCase()) ?? locale;

function knownLocale(ctx: Context, locale: string): string {
  const known = spelled(ctx, locale);
  if (ctx.store.locales.includes(known)) return known;
  const message = `The store is not translated to ${locale}.`;
  throw invalidField("locale", "locale_unknown", message);
}

const of = (ctx: Context, { kind, subject_id: id }: TranslationsRef) =>
  and(
    eq(translations.storeId, ctx.store.id),
    eq(translations.kind, kind),
    eq(translations.subjectId, id),
  );

/** HTML as harmless as an original's; what is empty is left out. */
function checked(originals: Texts, texts: Texts): Texts {
  const fields: Record<string, string[]> = {};
  const entries = Object.entries(texts).flatMap(([field, written]) => {
    const html = field === "description_html";
    const text = html ? sanitised(written) : written.trim();
    const longest = html ? 200_000 : longestOf(field);
    if (!Object.hasOwn(originals, field)) fields[`texts.${field}`] = ["There is no such text."];
    else if (text.length > longest)
      fields[`texts.${field}`] = [`Use at most ${longest} characters.`];
    else if (!html && /\p{Cc}/u.test(text)) {
      fields[`texts.${field}`] = ["Control characters are not allowed."];
    }
    return text === "" ? [] : [[field, text] as const];
  });
  if (entries.length > MAX_TEXTS) fields["texts"] = [`Use at most ${MAX_TEXTS} texts.`];
  const kept = Object.fromEntries(entries);
  const names = optionNamesAmong(originals);
  for (const field of repeatsAmong(names, originals, kept)) {
    fields[`texts.${field}`] = ["Another option reads the same."];
  }
  for (const name of names) {
    const values = Object.keys(originals).filter((field) => field.startsWith(`${name}.`));
    for (const field of repeatsAmong(values, originals, kept)) {
      fields[`texts.${field}`] = ["Another value of this option reads the same."];
    }
  }
  if (Object.keys(fields).length === 0) return kept;
  throw new DomainError("invalid", "invalid_input", "Invalid input.", { fields });
}

const longestOf = (field: string): number => (/description$/.test(field) ? 2000 : 255);

const optionNamesAmong = (originals: Texts): readonly string[] =>
  Object.keys(originals).filter(
    (field) => field.startsWith("option.") && field === `option.${originals[field]}`,
  );

/** What reads as another of these could not be told apart by who chooses a variant. */
function repeatsAmong(
  fields: readonly string[],
  originals: Texts,
  texts: Texts,
): readonly string[] {
  const read = fields.map((field) => texts[field] ?? originals[field]);
  return fields.filter(
    (field, i) => Object.hasOwn(texts, field) && read.filter((text) => text === read[i]).length > 1,
  );
}

/** Products are found by the translated words that they show; and a translated product has changed. */
async function follow(ctx: Context, ref: TranslationsRef): Promise<void> {
  if (ref.kind === "product") {
    await ctx.db
      .update(products)
      .set({ updatedAt: ctx.now() })
      .where(and(eq(products.storeId, ctx.store.id), eq(products.id, ref.subject_id)));
  }
  await reindex(ctx, await productsThatShow(ctx, ref));
}

const translationOf = ({ locale, texts, updatedAt }: TranslationRow): Translation => ({
  locale,
  texts,
  updated_at: updatedAt.toISOString(),
});

const recordAct = (
  ctx: Context,
  action: "translation.saved" | "translation.deleted",
  { kind, subjectId, locale }: TranslationRow,
) => record(ctx, { action, subject: { type: kind, id: subjectId }, details: { locale } });
