/** The tree of categories on the wire, for staff. */
import * as z from "zod";
import { NoInput } from "../../kernel/contract.ts";
import { rest } from "../../kernel/rest.ts";
import { router, staffProcedure } from "../../kernel/trpc.ts";
import {
  CreateCategoryInput,
  DeleteCategoryInput,
  MAX_DEPTH,
  MoveCategoryInput,
  ReorderCategoriesInput,
  StaffCategory,
  StaffCategoryList,
  UpdateCategoryInput,
} from "./contract.ts";
import * as tree from "./service/index.ts";

const TAG = "categories";
const ADMIN = "/v1/admin/categories/";

export const treeRouter = router({
  list: staffProcedure("products:read")
    .meta(rest(`GET ${ADMIN}`, TAG, "List all categories, parents first"))
    .input(NoInput)
    .output(StaffCategoryList)
    .query(({ ctx }) => tree.list(ctx)),

  create: staffProcedure("products:write")
    .meta(rest(`POST ${ADMIN}`, TAG, "Make a category", { successStatus: 201 }))
    .input(CreateCategoryInput)
    .output(StaffCategory)
    .mutation(({ ctx, input }) => tree.create(ctx, input)),

  update: staffProcedure("products:write")
    .meta(
      rest(`PATCH ${ADMIN}{id}/`, TAG, "Change a category", {
        description: "What is left out stays. A former slug goes on leading to it.",
      }),
    )
    .input(UpdateCategoryInput)
    .output(StaffCategory)
    .mutation(({ ctx, input }) => tree.update(ctx, input)),

  move: staffProcedure("products:write")
    .meta(
      rest(`POST ${ADMIN}{id}/move/`, TAG, "Move a category with all that is below it", {
        description: `Categories stand at most ${MAX_DEPTH} deep.`,
      }),
    )
    .input(MoveCategoryInput)
    .output(StaffCategory)
    .mutation(({ ctx, input }) => tree.move(ctx, input)),

  reorder: staffProcedure("products:write")
    .meta(rest("PUT /v1/admin/category-order/", TAG, "Put the children of a category in order"))
    .input(ReorderCategoriesInput)
    .output(StaffCategoryList)
    .mutation(({ ctx, input }) => tree.reorder(ctx, input)),

  delete: staffProcedure("products:write")
    .meta(
      rest(`DELETE ${ADMIN}{id}/`, TAG, "Delete a category", {
        successStatus: 204,
        description:
          "Refused while it has products or children, unless `products_to` and `children_to` say where they go.",
      }),
    )
    .input(DeleteCategoryInput)
    .output(z.void())
    .mutation(({ ctx, input }) => tree.remove(ctx, input)),
});
