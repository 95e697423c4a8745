/** A person's data on the wire: taking it along, and leaving for good. */
import * as z from "zod";
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { freshCustomerProcedure, freshStaffProcedure, router } from "../kernel/trpc.ts";
import { EraseMeInput, ErasePersonInput, PersonalData, PersonRef } from "./contract.ts";
import * as privacy from "./service/index.ts";

export const privacyRouter = router({
  exportMine: freshCustomerProcedure
    .meta(rest("GET /v1/users/me/export/", "users", "Get all that the store holds about me"))
    .input(NoInput)
    .output(PersonalData)
    .query(({ ctx }) => privacy.exportMine(ctx)),

  eraseMe: freshCustomerProcedure
    .meta(
      rest("POST /v1/users/me/erase/", "users", "Erase my account and what identifies me", {
        description:
          "At once and for good. Orders stay as figures for the books, without name and address.",
        successStatus: 204,
      }),
    )
    .input(EraseMeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => privacy.eraseMe(ctx, input)),

  exportPerson: freshStaffProcedure("users:privacy")
    .meta(
      rest("GET /v1/admin/users/{id}/export/", "users", "Get all that the store holds of a person"),
    )
    .input(PersonRef)
    .output(PersonalData)
    .query(({ ctx, input }) => privacy.exportPerson(ctx, input)),

  erasePerson: freshStaffProcedure("users:privacy")
    .meta(
      rest("POST /v1/admin/users/{id}/erase/", "users", "Erase an account and its person's data", {
        successStatus: 204,
      }),
    )
    .input(ErasePersonInput)
    .output(z.void())
    .mutation(({ ctx, input }) => privacy.erasePerson(ctx, input)),
});
