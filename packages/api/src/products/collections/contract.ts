/** Collections: products put together by hand or by rules. */
import * as z from "zod";
import { Id, Locale, OptionalText, ReadLocale, Text } from "../../kernel/contract.ts";
import { Picture, ProductSummary } from "../contract.ts";
import { Seo, SeoInput, Slug } from "../fields.ts";

/** Of one store. */
export const MAX_COLLECTIONS = 500;
/** Picked by hand for one collection. */
export const MAX_PICKED = 1000;
/** Of one collection. */
export const MAX_RULES = 20;

const Texts = z.array(z.string().trim().min(1).max(255)).min(1, "Give at least one.").max(50);
const Ids = z.array(Id).min(1, "Give at least one.").max(50);
const Code = z.string().min(1).max(60);
const Days = z.int().min(1).max(3650);
const AnyOrNone = z.enum(["any_of", "none_of"]);
const Bounds = z.enum(["at_least", "at_most"]);
const Is = z.literal("is");

export const CollectionRule = z
  .union([
    z.strictObject({
      field: z.enum(["tag", "vendor", "product_type"]),
      op: AnyOrNone,
      value: Texts,
    }),
    z.strictObject({
      field: z.enum(["category", "brand"]).describe("By id; a category with what is below it"),
      op: AnyOrNone,
      value: Ids,
    }),
    z.strictObject({
      field: z.literal("price").describe("The lowest of a product, in minor units"),
      op: Bounds,
      value: z.int().min(0).max(10_000_000_000),
    }),
    z.strictObject({ field: z.enum(["in_stock", "on_sale"]), op: Is, value: z.boolean() }),
    z.strictObject({
      field: z.literal("rating").describe("Stars on average"),
      op: Bounds,
      value: z.number().min(0).max(5),
    }),
    z.strictObject({
      field: z.enum(["created", "published"]),
      op: z.enum(["within_days", "before_days"]),
      value: Days,
    }),
    z.strictObject({
      field: z.literal("attribute"),
      op: AnyOrNone,
      value: z.strictObject({ code: Code, values: Texts }),
    }),
    z.strictObject({
      field: z.literal("attribute"),
      op: Bounds,
      value: z.strictObject({ code: Code, number: z.number().min(-1e9).max(1e9) }),
    }),
  ])
  .meta({ id: "CollectionRule" });
export type CollectionRule = z.infer<typeof CollectionRule>;

export const CollectionSort = z.enum([
  "manual",
  "newest",
  "price_asc",
  "price_desc",
  "title",
  "rating",
]);
export type CollectionSort = z.infer<typeof CollectionSort>;

export const Collection = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    picture: Picture.nullable(),
    sort: CollectionSort.describe("What `products.list` sorts it by unless asked"),
  })
  .meta({ id: "Collection" });
export type Collection = z.infer<typeof Collection>;

export const CollectionList = z.object({ items: z.array(Collection) });
export type CollectionList = z.infer<typeof CollectionList>;

export const CollectionDetail = z
  .object({ ...Collection.shape, seo: Seo })
  .meta({ id: "CollectionDetail" });
export type CollectionDetail = z.infer<typeof CollectionDetail>;

export const CollectionsInput = z.strictObject({ locale: ReadLocale }).optional();
export type CollectionsInput = z.infer<typeof CollectionsInput>;

export const CollectionRef = z.strictObject({
  slug: z.string().min(1).max(100).describe("Its slug, or one that it had before"),
  locale: Locale.optional(),
});
export type CollectionRef = z.infer<typeof CollectionRef>;

const PictureInput = z.strictObject({
  url: z
    .string()
    .max(2048)
    .regex(/^(https?:\/\/|\/(?!\/))[^\s\p{Cc}]+$/u, "Use an http(s) address or a path."),
  alt: OptionalText(1000),
});

const Rules = z.array(CollectionRule).max(MAX_RULES, `Use at most ${MAX_RULES} rules.`);

export const StaffCollection = z
  .object({
    ...CollectionDetail.shape,
    kind: z.enum(["manual", "rules"]),
    rules: z.array(CollectionRule),
    match_all: z.boolean().describe("Whether a product must meet every rule, or any"),
    is_published: z.boolean(),
    position: z.int(),
    picked_count: z.int().describe("Products picked by hand, published or not"),
  })
  .meta({ id: "StaffCollection" });
export type StaffCollection = z.infer<typeof StaffCollection>;

export const StaffCollectionList = z.object({ items: z.array(StaffCollection) });
export type StaffCollectionList = z.infer<typeof StaffCollectionList>;

const Fields = {
  name: Text(120),
  slug: Slug(100),
  description: OptionalText(2000),
  rules: Rules,
  match_all: z.boolean(),
  sort: CollectionSort,
  picture: PictureInput.nullable(),
  seo: SeoInput,
  is_published: z.boolean(),
  position: z.int().min(0).max(1_000_000),
};

export const CreateCollectionInput = z.strictObject({
  kind: z.enum(["manual", "rules"]),
  name: Fields.name,
  slug: Fields.slug.optional().describe("Made of the name unless given"),
  description: Fields.description.default(""),
  rules: Fields.rules.default([]),
  match_all: Fields.match_all.default(true),
  sort: Fields.sort.optional().describe("Default: `manual` by hand, `newest` by rules"),
  picture: Fields.picture.default(null),
  seo: Fields.seo.default({ title: "", description: "" }),
  is_published: Fields.is_published.default(true),
  position: Fields.position.default(0),
});
export type CreateCollectionInput = z.infer<typeof CreateCollectionInput>;

export const UpdateCollectionInput = z.strictObject({
  id: Id,
  ...z.object(Fields).partial().shape,
});
export type UpdateCollectionInput = z.infer<typeof UpdateCollectionInput>;

export const StaffCollectionRef = z.strictObject({ id: Id });
export type StaffCollectionRef = z.infer<typeof StaffCollectionRef>;

export const PreviewInput = z.strictObject({
  rules: Rules,
  match_all: z.boolean().default(true),
});
export type PreviewInput = z.infer<typeof PreviewInput>;

export const CollectionPreview = z
  .object({
    count: z.int().describe("Products that shoppers would find in it now"),
    items: z.array(ProductSummary.pick({ id: true, slug: true, title: true, picture: true })),
  })
  .meta({ id: "CollectionPreview" });
export type CollectionPreview = z.infer<typeof CollectionPreview>;

export const PickedProduct = z.object({
  id: Id,
  slug: z.string(),
  title: z.string(),
  status: z.enum(["draft", "active", "archived"]),
  picture: Picture.nullable(),
});

/** All of them, in order. */
export const PickedProducts = z
  .object({ items: z.array(PickedProduct) })
  .meta({ id: "PickedProducts" });
export type PickedProducts = z.infer<typeof PickedProducts>;

const ProductIds = z.array(Id).max(MAX_PICKED, `Use at most ${MAX_PICKED} products.`);

export const AddProductsInput = z.strictObject({
  id: Id,
  product_ids: ProductIds.min(1, "Give at least one."),
  position: z.int().min(0).optional().describe("Before which place, from 0; the end unless given"),
});
export type AddProductsInput = z.infer<typeof AddProductsInput>;

export const RemoveProductInput = z.strictObject({ id: Id, product_id: Id });
export type RemoveProductInput = z.infer<typeof RemoveProductInput>;

export const OrderProductsInput = z.strictObject({
  id: Id,
  product_ids: ProductIds.describe("All that are in it, in their new order"),
});
export type OrderProductsInput = z.infer<typeof OrderProductsInput>;
