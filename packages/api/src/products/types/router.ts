/** Product types and attributes on the wire. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  Attribute,
  AttributeList,
  CreateAttributeInput,
  CreateProductTypeInput,
  DeleteAttributeInput,
  ProductType,
  ProductTypeList,
  ProductTypeRef,
  UpdateAttributeInput,
  UpdateProductTypeInput,
} from "./contract.ts";
import * as types from "./service/index.ts";

const TAG = "product types";

export const typesRouter = router({
  list: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/product-types/", TAG, "List product types with their attributes"))
    .input(NoInput)
    .output(ProductTypeList)
    .query(({ ctx }) => types.list(ctx)),

  get: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/product-types/{id}/", TAG, "Get one product type"))
    .input(ProductTypeRef)
    .output(ProductType)
    .query(({ ctx, input }) => types.get(ctx, input)),

  create: staffProcedure("products:write")
    .meta(rest("POST /v1/admin/product-types/", TAG, "Make a product type", { successStatus: 201 }))
    .input(CreateProductTypeInput)
    .output(ProductType)
    .mutation(({ ctx, input }) => types.create(ctx, input)),

  update: staffProcedure("products:write")
    .meta(rest("PATCH /v1/admin/product-types/{id}/", TAG, "Rename a product type"))
    .input(UpdateProductTypeInput)
    .output(ProductType)
    .mutation(({ ctx, input }) => types.update(ctx, input)),

  delete: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/product-types/{id}/", TAG, "Delete a type that no product has", {
        successStatus: 204,
        description: "Its attributes go with it.",
      }),
    )
    .input(ProductTypeRef)
    .output(z.void())
    .mutation(({ ctx, input }) => types.remove(ctx, input)),

  attributes: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/attributes/", TAG, "List all attributes"))
    .input(NoInput)
    .output(AttributeList)
    .query(({ ctx }) => types.listAttributes(ctx)),

  createAttribute: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/attributes/", TAG, "Make an attribute", {
        successStatus: 201,
        description: "Of one product type, or of every product.",
      }),
    )
    .input(CreateAttributeInput)
    .output(Attribute)
    .mutation(({ ctx, input }) => types.createAttribute(ctx, input)),

  updateAttribute: staffProcedure("products:write")
    .meta(
      rest("PATCH /v1/admin/attributes/{id}/", TAG, "Change an attribute", {
        description:
          "What is left out stays. Its type, and choices that products have, are not changed.",
      }),
    )
    .input(UpdateAttributeInput)
    .output(Attribute)
    .mutation(({ ctx, input }) => types.updateAttribute(ctx, input)),

  deleteAttribute: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/attributes/{id}/", TAG, "Delete an attribute", {
        successStatus: 204,
        description: "Refused while products have values of it, unless `delete_values` is true.",
      }),
    )
    .input(DeleteAttributeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => types.deleteAttribute(ctx, input)),
});
