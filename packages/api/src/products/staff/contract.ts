/** Products as staff keeps them: all that a form needs, whatever shoppers may see of it. */
import * as z from "zod";
import { Stock } from "../../inventory/contract.ts";
import {
  CurrencyCode,
  Id,
  Money,
  OptionalText,
  PageInput,
  pageOf,
  Text,
  Timestamp,
} from "../../kernel/contract.ts";
import { Picture, ProductOption } from "../contract.ts";
import {
  ProductCustomFields,
  ProductCustomFieldsInput,
  VariantCustomFields,
  VariantCustomFieldsInput,
} from "../custom-fields.ts";
import {
  Amount,
  MAX_OPTIONS,
  MAX_RELATIONS,
  MAX_VARIANTS,
  Millimetres,
  PictureUrl,
  RelationKind,
  Seo,
  SeoInput,
  Slug,
  Tag,
  tagsOf,
  Units,
} from "../fields.ts";
import { AttributeValues } from "../types/contract.ts";

export const ProductStatus = z.enum(["draft", "active", "archived"]);
export type ProductStatus = z.infer<typeof ProductStatus>;

const Moment = Timestamp.nullable().default(null);

const OtherPrice = z.strictObject({
  currency: CurrencyCode,
  amount: Amount.describe("Minor units of that currency"),
  compare_at: Amount.nullable().default(null),
});

export const StaffVariantInput = z.strictObject({
  id: Id.optional().describe("Of a variant it has; one without is known by its option values"),
  values: z.array(Text(255)).default([]).describe("One for each option, in their order"),
  sku: Text(255).nullable().default(null),
  barcode: Text(255).nullable().default(null).describe("8, 12, 13 or 14 digits must be a GTIN"),
  price: Amount.describe("Minor units of the store's currency"),
  compare_at: Amount.nullable().default(null),
  prices: z.array(OtherPrice).max(50).default([]).describe("In the store's other currencies"),
  weight_grams: Units.default(0),
  length_mm: Millimetres.nullable().default(null),
  width_mm: Millimetres.nullable().default(null),
  height_mm: Millimetres.nullable().default(null),
  requires_shipping: z.boolean().default(true).describe("False: it is digital"),
  taxable: z.boolean().default(true),
  tracks_inventory: z.boolean().default(true).describe("Whether stock is counted at all"),
  picture: z.int().min(0).nullable().default(null).describe("Index into `pictures`"),
  custom_fields: VariantCustomFieldsInput.default({}),
  on_hand: Units.optional().describe(
    "What a new variant begins with at the default location, with `inventory:write`; later its movements count",
  ),
});
export type StaffVariantInput = z.infer<typeof StaffVariantInput>;

const productFields = {
  title: Text(255),
  slug: Slug(200).optional().describe("Made of the title when absent"),
  subtitle: OptionalText(255).default(""),
  vendor: OptionalText(120).default("").describe("The brand's name; a new one makes a brand"),
  product_type: OptionalText(120).default("").describe("Its name; a new one makes a type"),
  attributes: AttributeValues.optional().describe(
    "Code to value, all that its type has; absent leaves them as they are",
  ),
  description_html: z.string().max(200_000).default("").describe("Stored sanitised"),
  category: z.string().max(100).nullable().default(null).describe("Its slug"),
  status: ProductStatus.default("draft"),
  published_at: Moment.describe("When it appears, if active; null: at once"),
  unpublish_at: Moment.describe("When it leaves the shop by itself; null: never"),
  tags: z.array(Tag).max(250).default([]),
  options: z
    .array(z.strictObject({ name: Text(120), values: z.array(Text(255)).min(1).max(1000) }))
    .max(MAX_OPTIONS, `Use at most ${MAX_OPTIONS} options.`)
    .default([]),
  pictures: z
    .array(
      z.strictObject({
        asset_id: Id.optional().describe("An upload; instead of `url`"),
        url: PictureUrl.optional(),
        alt: OptionalText(1000).default(""),
      }),
    )
    .max(250)
    .default([]),
  seo: SeoInput.default({ title: "", description: "" }),
  variants: z
    .array(StaffVariantInput)
    .min(1, "A product needs at least one variant.")
    .max(MAX_VARIANTS, `Use at most ${MAX_VARIANTS} variants.`),
  relations: z
    .array(z.strictObject({ kind: RelationKind, product_id: Id }))
    .max(MAX_RELATIONS, `Relate at most ${MAX_RELATIONS} products.`)
    .default([]),
  custom_fields: ProductCustomFieldsInput.default({}),
};

export const CreateProductInput = z.strictObject(productFields);
export type CreateProductInput = z.infer<typeof CreateProductInput>;

export const UpdateProductInput = z.strictObject({
  id: Id,
  version: z.string().max(100).describe("Of what was edited, as `get` told it"),
  ...productFields,
});
export type UpdateProductInput = z.infer<typeof UpdateProductInput>;

export const StaffVariant = z
  .object({
    id: Id,
    values: z.array(z.string()),
    title: z.string(),
    sku: z.string().nullable(),
    barcode: z.string().nullable(),
    price: z.int(),
    compare_at: z.int().nullable(),
    prices: z.array(
      z.object({ currency: z.string(), amount: z.int(), compare_at: z.int().nullable() }),
    ),
    weight_grams: z.int(),
    length_mm: z.int().nullable(),
    width_mm: z.int().nullable(),
    height_mm: z.int().nullable(),
    requires_shipping: z.boolean(),
    taxable: z.boolean(),
    tracks_inventory: z.boolean(),
    picture: z.int().nullable(),
    custom_fields: VariantCustomFields,
    stock: Stock,
  })
  .meta({ id: "StaffVariant" });
export type StaffVariant = z.infer<typeof StaffVariant>;

const shared = {
  id: Id,
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  vendor: z.string(),
  status: ProductStatus,
  is_published: z.boolean().describe("Shoppers see it now"),
  published_at: Timestamp.nullable(),
  unpublish_at: Timestamp.nullable(),
  deleted_at: Timestamp.nullable().describe("In the bin since then"),
  created_at: Timestamp,
  updated_at: Timestamp,
};

const Relation = z.object({
  kind: RelationKind,
  product_id: Id,
  slug: z.string(),
  title: z.string(),
  is_published: z.boolean().describe("Shoppers are shown it only then"),
  picture: Picture.nullable(),
});

export const StaffProduct = z
  .object({
    ...shared,
    version: z.string().describe("Changes with everything that can be edited here"),
    former_slugs: z.array(z.string()).describe("They lead here, until something else takes them"),
    brand: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
    product_type: z.string(),
    attributes: AttributeValues,
    description_html: z.string(),
    category: z.string().nullable(),
    tags: z.array(z.string()),
    options: z.array(ProductOption),
    pictures: z.array(
      z.object({ ...Picture.shape, asset_id: Id.nullable().describe("Null: it lies elsewhere") }),
    ),
    seo: Seo,
    variants: z.array(StaffVariant),
    relations: z.array(Relation),
    custom_fields: ProductCustomFields,
  })
  .meta({ id: "StaffProduct" });
export type StaffProduct = z.infer<typeof StaffProduct>;

export const StaffProductSummary = z
  .object({
    ...shared,
    category: z.object({ slug: z.string(), name: z.string() }).nullable(),
    price: Money.nullable().describe("The lowest price among its variants"),
    has_price_range: z.boolean(),
    in_stock: z.boolean(),
    variant_count: z.int(),
    picture: Picture.nullable(),
  })
  .meta({ id: "StaffProductSummary" });
export type StaffProductSummary = z.infer<typeof StaffProductSummary>;

export const StaffProductPage = pageOf(StaffProductSummary);
export type StaffProductPage = z.infer<typeof StaffProductPage>;

export const StaffProductSort = z.enum(["updated", "created", "title"]);
export type StaffProductSort = z.infer<typeof StaffProductSort>;

export const ListStaffProductsInput = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(100).optional().describe("Words to search for; a SKU or barcode too"),
  status: ProductStatus.optional(),
  category: z.string().max(100).optional().describe("Category slug; its subcategories count too"),
  brand: z.string().max(200).optional().describe("Brand slug"),
  tag: z.string().max(60).optional(),
  in_stock: z.boolean().optional(),
  deleted: z.boolean().default(false).describe("What is in the bin, instead of what is not"),
  sort: StaffProductSort.default("updated").describe("Newest first; by title from A to Z"),
});
export type ListStaffProductsInput = z.infer<typeof ListStaffProductsInput>;

export const StaffProductRef = z.strictObject({ id: Id });
export type StaffProductRef = z.infer<typeof StaffProductRef>;

const status = {
  status: ProductStatus,
  published_at: Moment.describe("When it appears, if active; null: at once"),
  unpublish_at: Moment.describe("When it leaves the shop by itself; null: never"),
};

export const SetStatusInput = z.strictObject({ id: Id, ...status });
export type SetStatusInput = z.infer<typeof SetStatusInput>;

export const DuplicateProductInput = z.strictObject({
  id: Id,
  title: Text(255).optional().describe("When absent, that of the original with a word behind it"),
});
export type DuplicateProductInput = z.infer<typeof DuplicateProductInput>;

export const VariantMatrixInput = z.strictObject({
  options: productFields.options,
  variants: z.array(StaffVariantInput).max(MAX_VARIANTS).default([]).describe("Made already"),
  template: StaffVariantInput.omit({ id: true, values: true }).describe(
    "What new ones begin with; `sku` is how theirs begin",
  ),
});
export type VariantMatrixInput = z.infer<typeof VariantMatrixInput>;

export const VariantMatrix = z.object({ variants: z.array(StaffVariantInput) });
export type VariantMatrix = z.infer<typeof VariantMatrix>;

/** Operations of one call. */
export const MAX_BULK = 100;
export const BulkOperation = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("set_status"), id: Id, ...status }),
  z.strictObject({ action: z.literal("add_tags"), id: Id, tags: tagsOf(Tag) }),
  z.strictObject({ action: z.literal("remove_tags"), id: Id, tags: tagsOf(Text(60)) }),
  z.strictObject({
    action: z.literal("set_category"),
    id: Id,
    category: z.string().max(100).nullable().describe("Its slug; null: in none"),
  }),
  z.strictObject({ action: z.literal("delete"), id: Id }),
  z.strictObject({ action: z.literal("restore"), id: Id }),
]);
export type BulkOperation = z.infer<typeof BulkOperation>;

export const BulkInput = z.strictObject({
  operations: z
    .array(BulkOperation)
    .min(1, "Name at least one operation.")
    .max(MAX_BULK, `Use at most ${MAX_BULK} operations.`),
});
export type BulkInput = z.infer<typeof BulkInput>;

export const BulkResult = z.object({
  id: Id,
  ok: z.boolean(),
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      fields: z.record(z.string(), z.array(z.string())),
    })
    .nullable(),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const BulkResults = z.object({
  items: z.array(BulkResult).describe("One for each operation, in their order"),
});
export type BulkResults = z.infer<typeof BulkResults>;
