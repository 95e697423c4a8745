/** With a thing its translations go. */
import { translations } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";

export async function forgetTexts(ctx: Context, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await ctx.db
    .delete(translations)
    .where(
      and(eq(translations.storeId, ctx.store.id), inArray(translations.subjectId, [...subjectIds])),
    );
}
