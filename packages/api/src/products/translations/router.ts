/** Translations on the wire. */
import * as z from "zod";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  SaveTranslationInput,
  Translation,
  TranslationList,
  TranslationRef,
  TranslationsRef,
} from "./contract.ts";
import * as translations from "./service/index.ts";

const TAG = "translations";
const ADMIN = "/v1/admin/translations/{kind}/{subject_id}/";

export const translationsRouter = router({
  list: staffProcedure("products:read")
    .meta(rest(`GET ${ADMIN}`, TAG, "List a thing's texts in all languages"))
    .input(TranslationsRef)
    .output(TranslationList)
    .query(({ ctx, input }) => translations.list(ctx, input)),

  save: staffProcedure("products:write")
    .meta(
      rest(`PUT ${ADMIN}{locale}/`, TAG, "Store a thing's texts in one language", {
        description: "These and no others: what is left out falls back.",
      }),
    )
    .input(SaveTranslationInput)
    .output(Translation)
    .mutation(({ ctx, input }) => translations.save(ctx, input)),

  delete: staffProcedure("products:write")
    .meta(
      rest(`DELETE ${ADMIN}{locale}/`, TAG, "Delete a thing's texts in one language", {
        successStatus: 204,
      }),
    )
    .input(TranslationRef)
    .output(z.void())
    .mutation(({ ctx, input }) => translations.remove(ctx, input)),
});
