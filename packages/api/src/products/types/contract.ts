/** Product types and the typed attributes of their products, as staff sees them. */
import * as z from "zod";
import { Id, OptionalText, Text } from "../../kernel/contract.ts";

/** Of one store. */
export const MAX_PRODUCT_TYPES = 5000;
export const MAX_ATTRIBUTES = 500;
/** What one attribute may be chosen from. */
export const MAX_CHOICES = 200;

export const AttributeType = z.enum(["text", "number", "boolean", "choice", "choices"]);
export type AttributeType = z.infer<typeof AttributeType>;

export const AttributeCode = z
  .string()
  .max(60, "Use at most 60 characters.")
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, "Use snake_case, such as capacity_ml.")
  .describe("In filters and answers. It has one meaning in the whole store.");

export const Attribute = z
  .object({
    id: Id,
    product_type_id: Id.nullable().describe("Null: products of every type may have it"),
    code: z.string(),
    name: z.string(),
    type: AttributeType,
    unit: z.string().describe("Shown behind a number, such as `ml`"),
    choices: z.array(z.string()).describe("In the order shown; empty for other types"),
    is_required: z.boolean(),
    is_filterable: z.boolean().describe("Shoppers may filter by it, and it is a facet"),
    position: z.int(),
  })
  .meta({ id: "Attribute" });
export type Attribute = z.infer<typeof Attribute>;

export const AttributeList = z.object({ items: z.array(Attribute) });
export type AttributeList = z.infer<typeof AttributeList>;

export const ProductType = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    product_count: z.int().describe("Products of the type, published or not"),
    attributes: z.array(Attribute),
  })
  .meta({ id: "ProductType" });
export type ProductType = z.infer<typeof ProductType>;

export const ProductTypeList = z.object({ items: z.array(ProductType) });
export type ProductTypeList = z.infer<typeof ProductTypeList>;

export const ProductTypeRef = z.strictObject({ id: Id });
export type ProductTypeRef = z.infer<typeof ProductTypeRef>;

export const CreateProductTypeInput = z.strictObject({ name: Text(120) });
export type CreateProductTypeInput = z.infer<typeof CreateProductTypeInput>;

export const UpdateProductTypeInput = z.strictObject({ id: Id, name: Text(120) });
export type UpdateProductTypeInput = z.infer<typeof UpdateProductTypeInput>;

const Choices = z
  .array(Text(255))
  .max(MAX_CHOICES, `Use at most ${MAX_CHOICES} choices.`)
  .describe("For the types `choice` and `choices`");
const Position = z.int().min(0).max(1_000_000);

export const CreateAttributeInput = z.strictObject({
  product_type_id: Id.nullable().default(null),
  code: AttributeCode,
  name: Text(120),
  type: AttributeType,
  unit: OptionalText(20).default(""),
  choices: Choices.default([]),
  is_required: z.boolean().default(false),
  is_filterable: z.boolean().default(false),
  position: Position.default(0),
});
export type CreateAttributeInput = z.infer<typeof CreateAttributeInput>;

export const UpdateAttributeInput = z.strictObject({
  id: Id,
  name: Text(120).optional(),
  type: AttributeType.optional().describe("While no product has a value"),
  unit: OptionalText(20).optional(),
  choices: Choices.optional().describe("All of them; those that products have must stay"),
  is_required: z.boolean().optional().describe("Of active products that are saved from now on"),
  is_filterable: z.boolean().optional(),
  position: Position.optional(),
});
export type UpdateAttributeInput = z.infer<typeof UpdateAttributeInput>;

export const DeleteAttributeInput = z.strictObject({
  id: Id,
  delete_values: z.boolean().default(false).describe("Also when products have values of it"),
});
export type DeleteAttributeInput = z.infer<typeof DeleteAttributeInput>;

export const AttributeValue = z.union([
  z.string().max(5000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(255)).max(MAX_CHOICES),
]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/** Code to value. An empty text or list counts as none. */
export const AttributeValues = z.record(z.string().max(60), AttributeValue);
export type AttributeValues = z.infer<typeof AttributeValues>;

export const ProductAttribute = z
  .object({
    code: z.string(),
    name: z.string(),
    type: AttributeType,
    unit: z.string(),
    value: AttributeValue,
  })
  .meta({ id: "ProductAttribute" });
export type ProductAttribute = z.infer<typeof ProductAttribute>;
