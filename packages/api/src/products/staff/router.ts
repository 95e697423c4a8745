/** Products on the wire, as staff keeps them. */
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  CreateProductInput,
  ListStaffProductsInput,
  StaffProduct,
  StaffProductPage,
  StaffProductRef,
  UpdateProductInput,
} from "./contract.ts";
import * as products from "./service/index.ts";

const TAG = "catalogue";

export const staffProductsRouter = router({
  list: staffProcedure("products:read")
    .meta(
      rest("GET /v1/admin/products/", TAG, "List all products of the store", {
        description: "Drafts and archived ones too; with `deleted=true` those in the bin.",
      }),
    )
    .input(ListStaffProductsInput)
    .output(StaffProductPage)
    .query(({ ctx, input }) => products.list(ctx, input)),

  get: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/products/{id}/", TAG, "Get a product with all that can be edited"))
    .input(StaffProductRef)
    .output(StaffProduct)
    .query(({ ctx, input }) => products.get(ctx, input)),

  create: staffProcedure("products:write")
    .meta(rest("POST /v1/admin/products/", TAG, "Make a product", { successStatus: 201 }))
    .input(CreateProductInput)
    .output(StaffProduct)
    .mutation(({ ctx, input }) => products.create(ctx, input)),

  update: staffProcedure("products:write")
    .meta(
      rest("PUT /v1/admin/products/{id}/", TAG, "Write a product anew", {
        description:
          "Whole: what is left out is emptied. A variant that is left out is sold no more, and keeps" +
          " its history. 409 `product_changed` when `version` is not the current one.",
      }),
    )
    .input(UpdateProductInput)
    .output(StaffProduct)
    .mutation(({ ctx, input }) => products.update(ctx, input)),
});
