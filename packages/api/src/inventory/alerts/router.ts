/** Wishes to hear when something is back, on the wire. */
import * as z from "zod";
import { Message, NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { customerProcedure, publicProcedure, router, staffProcedure } from "../../kernel/trpc.ts";
import {
  StockAlertList,
  StockAlertRef,
  SubscribeInput,
  UnsubscribeInput,
  WantedVariantList,
} from "./contract.ts";
import * as alerts from "./service/index.ts";

const TAG = "inventory";

export const stockAlertsRouter = router({
  subscribe: publicProcedure
    .meta(
      rest("POST /v1/stock-alerts/", TAG, "Ask for one mail when a variant is back", {
        description: "Answers alike for every address.",
      }),
    )
    .input(SubscribeInput)
    .output(Message)
    .mutation(({ ctx, input }) => alerts.subscribe(ctx, input)),

  unsubscribe: publicProcedure
    .meta(
      rest("POST /v1/stock-alerts/unsubscribe/", TAG, "Take back all wishes of an address", {
        description: "With the token of a mail. A wrong one answers alike.",
      }),
    )
    .input(UnsubscribeInput)
    .output(Message)
    .mutation(({ ctx, input }) => alerts.unsubscribe(ctx, input)),

  mine: customerProcedure
    .meta(rest("GET /v1/stock-alerts/", TAG, "List what I wait for"))
    .input(NoInput)
    .output(StockAlertList)
    .query(({ ctx }) => alerts.listMine(ctx)),

  remove: customerProcedure
    .meta(rest("DELETE /v1/stock-alerts/{id}/", TAG, "Wait for it no more", { successStatus: 204 }))
    .input(StockAlertRef)
    .output(z.void())
    .mutation(({ ctx, input }) => alerts.removeMine(ctx, input)),

  wanted: staffProcedure("inventory:read")
    .meta(
      rest("GET /v1/admin/inventory/stock-alerts/", TAG, "Count who waits for what", {
        description: "The 100 most wanted variants. Nobody's address is told.",
      }),
    )
    .input(NoInput)
    .output(WantedVariantList)
    .query(({ ctx }) => alerts.wanted(ctx)),
});
