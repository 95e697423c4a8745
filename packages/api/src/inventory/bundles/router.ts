/** Bundles on the wire. */
import * as z from "zod";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import { BundlePage, ListBundlesInput, VariantStock } from "../contract.ts";
import { BundleRef, SetBundleInput } from "./contract.ts";
import * as bundles from "./service.ts";

const TAG = "inventory";

export const bundlesRouter = router({
  list: staffProcedure("inventory:read")
    .meta(rest("GET /v1/admin/inventory/bundles/", TAG, "List bundles, newest first"))
    .input(ListBundlesInput)
    .output(BundlePage)
    .query(({ ctx, input }) => bundles.listBundles(ctx, input)),

  set: staffProcedure("inventory:write")
    .meta(
      rest("PUT /v1/admin/inventory/bundles/{variant_id}/", TAG, "Say what a bundle is made of", {
        description: "From then on it draws on the stock of its components and has none itself.",
      }),
    )
    .input(SetBundleInput)
    .output(VariantStock)
    .mutation(({ ctx, input }) => bundles.setBundle(ctx, input)),

  remove: staffProcedure("inventory:write")
    .meta(
      rest("DELETE /v1/admin/inventory/bundles/{variant_id}/", TAG, "Make it a plain variant", {
        successStatus: 204,
      }),
    )
    .input(BundleRef)
    .output(z.void())
    .mutation(({ ctx, input }) => bundles.removeBundle(ctx, input)),
});
