/** Brands on the wire, as staff keeps them. */
import * as z from "zod";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  CreateBrandInput,
  ListStaffBrandsInput,
  StaffBrand,
  StaffBrandPage,
  StaffBrandRef,
  UpdateBrandInput,
} from "./contract.ts";
import * as brands from "./service/index.ts";

const TAG = "catalogue";

export const staffBrandsRouter = router({
  list: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/brands/", TAG, "List all brands by name"))
    .input(ListStaffBrandsInput)
    .output(StaffBrandPage)
    .query(({ ctx, input }) => brands.listAll(ctx, input)),

  create: staffProcedure("products:write")
    .meta(rest("POST /v1/admin/brands/", TAG, "Make a brand", { successStatus: 201 }))
    .input(CreateBrandInput)
    .output(StaffBrand)
    .mutation(({ ctx, input }) => brands.create(ctx, input)),

  update: staffProcedure("products:write")
    .meta(
      rest("PATCH /v1/admin/brands/{id}/", TAG, "Change a brand", {
        description: "What is left out stays. A new name is that of its products, too.",
      }),
    )
    .input(UpdateBrandInput)
    .output(StaffBrand)
    .mutation(({ ctx, input }) => brands.update(ctx, input)),

  remove: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/brands/{id}/", TAG, "Delete a brand that no product has", {
        successStatus: 204,
      }),
    )
    .input(StaffBrandRef)
    .output(z.void())
    .mutation(({ ctx, input }) => brands.remove(ctx, input)),
});
