/** Collections on the wire. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, sharedProcedure, staffProcedure } from "../../kernel/trpc.ts";
import {
  AddProductsInput,
  CollectionDetail,
  CollectionList,
  CollectionPreview,
  CollectionRef,
  CollectionsInput,
  CreateCollectionInput,
  OrderProductsInput,
  PickedProducts,
  PreviewInput,
  RemoveProductInput,
  StaffCollection,
  StaffCollectionList,
  StaffCollectionRef,
  UpdateCollectionInput,
} from "./contract.ts";
import * as collections from "./service/index.ts";

const TAG = "collections";
const ADMIN = "/v1/admin/collections/";

export const collectionsRouter = router({
  list: sharedProcedure("catalog")
    .meta(rest("GET /v1/collections/", TAG, "List collections"))
    .input(CollectionsInput)
    .output(CollectionList)
    .query(({ ctx, input }) => collections.list(ctx, input)),

  get: sharedProcedure("catalog")
    .meta(
      rest("GET /v1/collections/{slug}/", TAG, "Get one collection", {
        description:
          "Also by a slug that it had before; the answer tells its own. Its products: `GET /v1/products/?collection=`.",
      }),
    )
    .input(CollectionRef)
    .output(CollectionDetail)
    .query(({ ctx, input }) => collections.get(ctx, input)),

  listAll: staffProcedure("products:read")
    .meta(rest(`GET ${ADMIN}`, TAG, "List all collections, published or not"))
    .input(NoInput)
    .output(StaffCollectionList)
    .query(({ ctx }) => collections.listAll(ctx)),

  getForStaff: staffProcedure("products:read")
    .meta(rest(`GET ${ADMIN}{id}/`, TAG, "Get a collection with its rules"))
    .input(StaffCollectionRef)
    .output(StaffCollection)
    .query(({ ctx, input }) => collections.getForStaff(ctx, input)),

  create: staffProcedure("products:write")
    .meta(
      rest(`POST ${ADMIN}`, TAG, "Make a collection", {
        successStatus: 201,
        description: "Picked by hand, or by rules that are evaluated whenever it is read.",
      }),
    )
    .input(CreateCollectionInput)
    .output(StaffCollection)
    .mutation(({ ctx, input }) => collections.create(ctx, input)),

  update: staffProcedure("products:write")
    .meta(
      rest(`PATCH ${ADMIN}{id}/`, TAG, "Change a collection", {
        description: "What is left out stays. A former slug goes on leading to it.",
      }),
    )
    .input(UpdateCollectionInput)
    .output(StaffCollection)
    .mutation(({ ctx, input }) => collections.update(ctx, input)),

  delete: staffProcedure("products:write")
    .meta(rest(`DELETE ${ADMIN}{id}/`, TAG, "Delete a collection", { successStatus: 204 }))
    .input(StaffCollectionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => collections.remove(ctx, input)),

  preview: staffProcedure("products:read")
    .meta(rest("POST /v1/admin/collection-previews/", TAG, "Count what rules would find"))
    .input(PreviewInput)
    .output(CollectionPreview)
    .mutation(({ ctx, input }) => collections.preview(ctx, input)),

  products: staffProcedure("products:read")
    .meta(rest(`GET ${ADMIN}{id}/products/`, TAG, "List what was picked, in order"))
    .input(StaffCollectionRef)
    .output(PickedProducts)
    .query(({ ctx, input }) => collections.listProducts(ctx, input)),

  addProducts: staffProcedure("products:write")
    .meta(
      rest(`POST ${ADMIN}{id}/products/`, TAG, "Put products into a hand-picked collection", {
        description: "What is in it already takes the new place.",
      }),
    )
    .input(AddProductsInput)
    .output(PickedProducts)
    .mutation(({ ctx, input }) => collections.addProducts(ctx, input)),

  orderProducts: staffProcedure("products:write")
    .meta(rest(`PUT ${ADMIN}{id}/products/`, TAG, "Put a collection's products in order"))
    .input(OrderProductsInput)
    .output(PickedProducts)
    .mutation(({ ctx, input }) => collections.orderProducts(ctx, input)),

  removeProduct: staffProcedure("products:write")
    .meta(
      rest(`DELETE ${ADMIN}{id}/products/{product_id}/`, TAG, "Take a product out of a collection"),
    )
    .input(RemoveProductInput)
    .output(PickedProducts)
    .mutation(({ ctx, input }) => collections.removeProduct(ctx, input)),
});
