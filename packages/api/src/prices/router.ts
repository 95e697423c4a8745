/** Price lists and past prices on the wire, for staff. */
import * as z from "zod";
import { NoInput } from "../kernel/contract.ts";
import { rest } from "../kernel/rest.ts";
import { router, staffProcedure } from "../kernel/trpc.ts";
import {
  CreatePriceListInput,
  EntriesSet,
  EntryPage,
  ListEntriesInput,
  PriceHistory,
  PriceHistoryInput,
  PriceList,
  PriceListAll,
  PriceListRef,
  SetEntriesInput,
  UpdatePriceListInput,
} from "./contract.ts";
import * as prices from "./service/index.ts";

const TAG = "prices";

export const pricesRouter = router({
  history: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/price-history/", TAG, "List what a variant cost, newest first"))
    .input(PriceHistoryInput)
    .output(PriceHistory)
    .query(({ ctx, input }) => prices.history(ctx, input)),

  lists: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/price-lists/", TAG, "List the price lists by name"))
    .input(NoInput)
    .output(PriceListAll)
    .query(({ ctx }) => prices.listPriceLists(ctx)),

  getList: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/price-lists/{id}/", TAG, "Get a price list"))
    .input(PriceListRef)
    .output(PriceList)
    .query(({ ctx, input }) => prices.getPriceList(ctx, input)),

  createList: staffProcedure("products:write")
    .meta(rest("POST /v1/admin/price-lists/", TAG, "Make a price list", { successStatus: 201 }))
    .input(CreatePriceListInput)
    .output(PriceList)
    .mutation(({ ctx, input }) => prices.createPriceList(ctx, input)),

  updateList: staffProcedure("products:write")
    .meta(rest("PATCH /v1/admin/price-lists/{id}/", TAG, "Change the terms of a price list"))
    .input(UpdatePriceListInput)
    .output(PriceList)
    .mutation(({ ctx, input }) => prices.updatePriceList(ctx, input)),

  deleteList: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/price-lists/{id}/", TAG, "Delete a price list with its entries", {
        successStatus: 204,
      }),
    )
    .input(PriceListRef)
    .output(z.void())
    .mutation(({ ctx, input }) => prices.deletePriceList(ctx, input)),

  entries: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/price-lists/{id}/entries/", TAG, "List a price list's entries"))
    .input(ListEntriesInput)
    .output(EntryPage)
    .query(({ ctx, input }) => prices.listEntries(ctx, input)),

  setEntries: staffProcedure("products:write")
    .meta(
      rest("PUT /v1/admin/price-lists/{id}/entries/", TAG, "Set and remove many entries at once", {
        description: "All of them, or none: an error names each row that is wrong.",
      }),
    )
    .input(SetEntriesInput)
    .output(EntriesSet)
    .mutation(({ ctx, input }) => prices.setEntries(ctx, input)),
});
