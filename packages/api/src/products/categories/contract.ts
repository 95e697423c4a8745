/** The tree of categories as staff builds it. */
import * as z from "zod";
import { Id, OptionalText, Text } from "../../kernel/contract.ts";
import { Seo, SeoInput, Slug } from "../fields.ts";

/** From a department down, itself counted. */
export const MAX_DEPTH = 8;
/** Of one store. */
export const MAX_CATEGORIES = 5000;

export const StaffCategory = z
  .object({
    id: Id,
    parent_id: Id.nullable(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    position: z.int().describe("Among its siblings, from 0"),
    seo: Seo,
    product_count: z.int().describe("Products on this shelf itself, published or not"),
  })
  .meta({ id: "StaffCategory" });
export type StaffCategory = z.infer<typeof StaffCategory>;

/** Each stands after its parent, and before the parent's next sibling. */
export const StaffCategoryList = z.object({ items: z.array(StaffCategory) });
export type StaffCategoryList = z.infer<typeof StaffCategoryList>;

const Place = z.int().min(0).max(MAX_CATEGORIES).optional();
const PLACE = "Before which sibling, from 0; behind the last unless given";

export const CreateCategoryInput = z.strictObject({
  name: Text(120),
  slug: Slug(100).optional().describe("Made of the name unless given"),
  description: OptionalText(2000).default(""),
  seo: SeoInput.default({ title: "", description: "" }),
  parent_id: Id.nullable().default(null).describe("Null: a department"),
  position: Place.describe(PLACE),
});
export type CreateCategoryInput = z.infer<typeof CreateCategoryInput>;

export const UpdateCategoryInput = z.strictObject({
  id: Id,
  name: Text(120).optional(),
  slug: Slug(100).optional(),
  description: OptionalText(2000).optional(),
  seo: SeoInput.optional(),
});
export type UpdateCategoryInput = z.infer<typeof UpdateCategoryInput>;

export const MoveCategoryInput = z.strictObject({
  id: Id,
  parent_id: Id.nullable().describe("Null: it becomes a department"),
  position: Place.describe(PLACE),
});
export type MoveCategoryInput = z.infer<typeof MoveCategoryInput>;

export const ReorderCategoriesInput = z.strictObject({
  parent_id: Id.nullable().describe("Null: the departments"),
  ids: z.array(Id).max(MAX_CATEGORIES).describe("All that stand there, in their new order"),
});
export type ReorderCategoriesInput = z.infer<typeof ReorderCategoriesInput>;

const Destination = z.union([Id, z.literal("none")]).optional();

export const DeleteCategoryInput = z.strictObject({
  id: Id,
  products_to: Destination.describe(
    "The category that its products move to; `none`: to no category",
  ),
  children_to: Destination.describe("The category that its children move to; `none`: to the top"),
});
export type DeleteCategoryInput = z.infer<typeof DeleteCategoryInput>;
