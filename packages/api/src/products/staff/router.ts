/** Products on the wire, as staff keeps them. */
import * as z from "zod";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import { staffBrandsRouter } from "../brands/router.ts";
import {
  BulkInput,
  BulkResults,
  CreateProductInput,
  DuplicateProductInput,
  ListStaffProductsInput,
  SetStatusInput,
  StaffProduct,
  StaffProductPage,
  StaffProductRef,
  UpdateProductInput,
  VariantMatrix,
  VariantMatrixInput,
} from "./contract.ts";
import * as products from "./service/index.ts";

const TAG = "catalogue";

export const staffProductsRouter = router({
  brands: staffBrandsRouter,

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

  setStatus: staffProcedure("products:write")
    .meta(
      rest("PUT /v1/admin/products/{id}/status/", TAG, "Publish a product, or take it away", {
        description: "At once, or between two moments: `published_at` and `unpublish_at`.",
      }),
    )
    .input(SetStatusInput)
    .output(StaffProduct)
    .mutation(({ ctx, input }) => products.setStatus(ctx, input)),

  duplicate: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/products/{id}/duplicate/", TAG, "Make a draft of a product", {
        successStatus: 201,
        description: "Without SKUs, barcodes and stock.",
      }),
    )
    .input(DuplicateProductInput)
    .output(StaffProduct)
    .mutation(({ ctx, input }) => products.duplicate(ctx, input)),

  remove: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/products/{id}/", TAG, "Put a product into the bin", {
        successStatus: 204,
        description: "Nobody sees or buys it. Its slug and its SKUs stay taken.",
      }),
    )
    .input(StaffProductRef)
    .output(z.void())
    .mutation(({ ctx, input }) => products.remove(ctx, input)),

  restore: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/products/{id}/restore/", TAG, "Take a product out of the bin", {
        description: "As a draft, when it was active.",
      }),
    )
    .input(StaffProductRef)
    .output(StaffProduct)
    .mutation(({ ctx, input }) => products.restore(ctx, input)),

  bulk: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/products/bulk/", TAG, "Change many products", {
        description: "Each operation stands or falls by itself; the answer tells of each.",
      }),
    )
    .input(BulkInput)
    .output(BulkResults)
    .mutation(({ ctx, input }) => products.bulk(ctx, input)),

  variantMatrix: staffProcedure("products:read")
    .meta(
      rest("POST /v1/admin/variant-matrix/", TAG, "Make a variant of each choice of options", {
        description: "For a form: nothing is stored. Variants that are given stay, with their ids.",
      }),
    )
    .input(VariantMatrixInput)
    .output(VariantMatrix)
    .mutation(({ input }) => products.variantMatrix(input)),
});
