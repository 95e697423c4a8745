/** Translations by what they are of, as imports know them. */
import { translations } from "@souk/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { readDraft } from "../drafts.ts";
import { TranslationDraft } from "../records.ts";
import type { TranslatableKind } from "../translations/contract.ts";
import * as texts from "../translations/service/index.ts";
import { differs } from "./changes.ts";
import { idsOfNamed, named } from "./named.ts";
import type { SaveOutcome } from "./save-product.ts";

/** Throws `invalid_input`, `<kind>_unknown`, `locale_unknown`, naming the field. */
export function saveTranslation(ctx: Context, input: TranslationDraft): Promise<SaveOutcome> {
  const draft = readDraft(TranslationDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const [subject_id = ""] = await idsOfNamed(ctx, draft.of, [draft.named], () => "named");
    const [before] = await ctx.db
      .select({ texts: translations.texts })
      .from(translations)
      .where(
        and(
          eq(translations.storeId, ctx.store.id),
          eq(translations.subjectId, subject_id),
          eq(translations.locale, draft.locale),
        ),
      );
    if (before !== undefined && !differs(before, { texts: draft.texts })) return "unchanged";
    const { of: kind, locale } = draft;
    await texts.save(ctx, { kind, subject_id, locale, texts: draft.texts });
    return before === undefined ? "created" : "updated";
  });
}

/** Of all things of a kind, or of these, as they would be saved again. */
export async function translationDrafts(
  { db, store }: Context,
  kind: TranslatableKind,
  ids?: readonly string[],
): Promise<TranslationDraft[]> {
  if (ids?.length === 0) return [];
  const [table, column] = named[kind];
  const rows = await db
    .select({ name: column, locale: translations.locale, texts: translations.texts })
    .from(translations)
    .innerJoin(table, and(eq(table.storeId, store.id), eq(table.id, translations.subjectId)))
    .where(
      and(
        eq(translations.storeId, store.id),
        eq(translations.kind, kind),
        ids === undefined ? undefined : inArray(translations.subjectId, [...ids]),
      ),
    )
    .orderBy(asc(column), asc(translations.locale));
  return rows.map(({ name, ...row }) => ({ of: kind, named: name, ...row }));
}
