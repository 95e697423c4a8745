/** Holds on the wire. */
import * as z from "zod";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import { Hold, HoldInput, HoldRef, ListHoldsInput, OpenHoldPage } from "./contract.ts";
import * as holds from "./service/index.ts";

const TAG = "inventory";

export const holdsRouter = router({
  list: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/holds/", TAG, "List what is held, newest first"))
    .input(ListHoldsInput)
    .output(OpenHoldPage)
    .query(({ ctx, input }) => holds.listHolds(ctx, input)),

  create: staffProcedure("inventory:write")
    .meta(
      rest("POST /v1/admin/inventory/holds/", TAG, "Hold units for a while", {
        successStatus: 201,
        description: "All lines or none. They are let go by themselves when their time is over.",
      }),
    )
    .input(HoldInput)
    .output(Hold)
    .mutation(({ ctx, input }) => holds.hold(ctx, input)),

  release: staffProcedure("inventory:write")
    .meta(
      rest("DELETE /v1/admin/inventory/holds/{id}/", TAG, "Let go of a hold", {
        successStatus: 204,
      }),
    )
    .input(HoldRef)
    .output(z.void())
    .mutation(({ ctx, input }) => holds.releaseHold(ctx, input)),
});
