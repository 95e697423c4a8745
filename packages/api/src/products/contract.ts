/** The catalogue as shoppers see it. */
import * as z from "zod";
import { BundleComponent } from "../inventory/bundles/contract.ts";
import { Stock } from "../inventory/contract.ts";
import {
  CurrencyCode,
  Id,
  Money,
  PageInput,
  pageOf,
  ReadLocale,
  Timestamp,
} from "../kernel/contract.ts";
import { PictureSource } from "../media/contract.ts";
import { PriceSource, PriceStep } from "../prices/contract.ts";
import { Highlight } from "../search/contract.ts";
import { ProductCustomFields, VariantCustomFields } from "./custom-fields.ts";
import { RelationKind, Seo } from "./fields.ts";
import { AttributeType, ProductAttribute } from "./types/contract.ts";

export const Picture = z
  .object({
    url: z.string(),
    alt: z.string(),
    width: z.int().optional().describe("Pixels; of an uploaded picture"),
    height: z.int().optional(),
    sources: z
      .array(PictureSource)
      .optional()
      .describe("All sizes of an uploaded picture, for `srcset`; the smallest first"),
  })
  .meta({ id: "Picture" });
export type Picture = z.infer<typeof Picture>;

/** Of published reviews alone. */
export const Rating = z
  .object({
    average: z.int().describe("Hundredths of a star: 437 is 4.37; 0 without reviews"),
    count: z.int(),
  })
  .meta({ id: "Rating" });
export type Rating = z.infer<typeof Rating>;

export const ProductSummary = z
  .object({
    id: Id,
    slug: z.string(),
    title: z.string(),
    subtitle: z.string(),
    vendor: z.string(),
    price: Money.nullable().describe("The lowest price among its variants"),
    compare_at_price: Money.nullable(),
    has_price_range: z.boolean(),
    in_stock: z.boolean(),
    variant_count: z.int(),
    picture: Picture.nullable(),
    rating: Rating,
  })
  .meta({ id: "ProductSummary" });
export type ProductSummary = z.infer<typeof ProductSummary>;

export const ProductHit = ProductSummary.extend({
  highlight: Highlight.nullable().describe("Where the words of `q` stand; null without words"),
}).meta({ id: "ProductHit" });
export type ProductHit = z.infer<typeof ProductHit>;

export const ProductPage = z.object({
  ...pageOf(ProductHit).shape,
  searched_for: z
    .string()
    .nullable()
    .describe("What was searched for instead of `q`, where a word of it was misspelt"),
  match: z
    .enum(["all", "some"])
    .describe("`some`: no product has all words of `q`; these have some of them"),
});
export type ProductPage = z.infer<typeof ProductPage>;

export const ProductSort = z.enum([
  "relevance",
  "newest",
  "price_asc",
  "price_desc",
  "title",
  "rating",
  "manual",
]);
export type ProductSort = z.infer<typeof ProductSort>;

/** Values of attributes that one call may filter by. */
export const MAX_ATTRIBUTE_FILTERS = 40;

const Currency = CurrencyCode.optional().describe(
  "To show, filter and sort prices in; what has none in it is left out. Default: the store's own",
);

const Filters = {
  currency: Currency,
  q: z.string().trim().max(100).optional().describe("Words to search for"),
  collection: z.string().max(100).optional().describe("Collection slug"),
  category: z.string().max(100).optional().describe("Category slug; its subcategories count too"),
  vendor: z.array(z.string().max(120)).max(20).optional().describe("Any of these vendors"),
  tag: z.array(z.string().max(60)).max(20).optional().describe("Any of these tags"),
  min_price: z.int().min(0).max(10_000_000_000).optional().describe("Minor units"),
  max_price: z.int().min(0).max(10_000_000_000).optional().describe("Minor units"),
  in_stock: z.boolean().optional().describe("Only what can be bought now"),
  brand: z.array(z.string().max(200)).max(20).optional().describe("Any of these brands, by slug"),
  on_sale: z.boolean().optional().describe("Only what costs less than before"),
  min_rating: z.int().min(1).max(5).optional().describe("Stars on average, at least"),
  attributes: z
    .array(z.string().max(320))
    .max(MAX_ATTRIBUTE_FILTERS)
    .optional()
    .describe(
      "`code:value`, such as `colour:Red` or `capacity_ml:200..400` (either end may be left out). Any of the values of one code, for every code",
    ),
  locale: ReadLocale,
};

export const ListProductsInput = z.strictObject({
  ...PageInput.shape,
  ...Filters,
  sort: ProductSort.optional().describe(
    "Default: relevance with `q`, else the collection's own, else newest. `manual`: as staff put a collection in order",
  ),
});
export type ListProductsInput = z.infer<typeof ListProductsInput>;

export const FacetsInput = z.strictObject(Filters);
export type FacetsInput = z.infer<typeof FacetsInput>;

const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int() });

export const AttributeFacet = z
  .object({
    code: z.string(),
    name: z.string(),
    type: AttributeType,
    unit: z.string(),
    count: z.int().describe("Products that have a value of it"),
    values: z.array(FacetValue).describe("Empty for a number"),
    range: z.object({ min: z.number(), max: z.number() }).nullable().describe("Of a number"),
  })
  .meta({ id: "AttributeFacet" });
export type AttributeFacet = z.infer<typeof AttributeFacet>;

/** Each facet is counted with every filter applied but its own. */
export const Facets = z
  .object({
    total: z.int(),
    categories: z.array(FacetValue),
    vendors: z.array(FacetValue),
    brands: z.array(FacetValue),
    tags: z.array(FacetValue),
    price: z.object({ min: Money, max: Money }).nullable(),
    in_stock: z.int(),
    on_sale: z.int(),
    ratings: z
      .array(z.object({ min_rating: z.int(), count: z.int() }))
      .describe("How many have so many stars on average, or more"),
    attributes: z.array(AttributeFacet),
  })
  .meta({ id: "ProductFacets" });
export type Facets = z.infer<typeof Facets>;

/** Suggestions of one kind. */
export const MAX_SUGGESTIONS = 10;

export const SuggestInput = z.strictObject({
  q: z.string().trim().min(1, "This field may not be blank.").max(100).describe("As far as typed"),
  limit: z.int().min(1).max(MAX_SUGGESTIONS).default(6).describe("Of each kind"),
  locale: ReadLocale,
  currency: Currency,
});
export type SuggestInput = z.infer<typeof SuggestInput>;

export const Suggestions = z
  .object({
    products: z.array(
      ProductSummary.pick({ slug: true, title: true, vendor: true, price: true, picture: true }),
    ),
    categories: z.array(z.object({ slug: z.string(), name: z.string() })),
    searched_for: ProductPage.shape.searched_for,
  })
  .meta({ id: "Suggestions" });
export type Suggestions = z.infer<typeof Suggestions>;

export const ProductOption = z.object({ name: z.string(), values: z.array(z.string()) });

export const Variant = z
  .object({
    id: Id,
    sku: z.string().nullable(),
    barcode: z.string().nullable(),
    title: z.string(),
    options: z.record(z.string(), z.string()),
    price: Money.describe("Of one unit, for the caller"),
    price_source: PriceSource,
    base_price: Money.describe("Without any price list"),
    price_steps: z.array(PriceStep).describe("What the caller pays for more units of it"),
    compare_at_price: Money.nullable().describe(
      "What it cost before: the base price where a list has reduced it, else what staff compares it with",
    ),
    lowest_price_30_days: Money.nullable().describe(
      "Beside a reduction: the lowest that everybody paid in the 30 days before the current price began",
    ),
    weight_grams: z.int(),
    length_mm: z.int().nullable().describe("As packed; null: not measured"),
    width_mm: z.int().nullable(),
    height_mm: z.int().nullable(),
    requires_shipping: z.boolean().describe("False: it is digital"),
    custom_fields: VariantCustomFields,
    stock: Stock,
    components: z.array(BundleComponent).describe("What a bundle is made of; else none"),
    picture: Picture.nullable(),
  })
  .meta({ id: "Variant" });
export type Variant = z.infer<typeof Variant>;

const CategoryLink = z.object({ slug: z.string(), name: z.string() });

export const Product = z
  .object({
    id: Id,
    slug: z.string(),
    title: z.string(),
    subtitle: z.string(),
    vendor: z.string(),
    brand: z.object({ slug: z.string(), name: z.string() }).nullable(),
    product_type: z.string(),
    description_html: z.string().describe("Sanitised HTML"),
    tags: z.array(z.string()),
    breadcrumbs: z.array(CategoryLink).describe("From the department down to its category"),
    options: z.array(ProductOption),
    attributes: z.array(ProductAttribute),
    variants: z.array(Variant),
    pictures: z.array(Picture),
    seo: Seo,
    rating: Rating,
    custom_fields: ProductCustomFields,
    relations: z
      .array(z.object({ kind: RelationKind, product: ProductSummary }))
      .describe("Published products that staff chose to show beside it"),
    published_at: Timestamp.nullable(),
  })
  .meta({ id: "Product" });
export type Product = z.infer<typeof Product>;

export const ProductRef = z.strictObject({
  id: z.string().min(1).max(200).describe("The product's id or slug, be it a former one"),
  locale: ReadLocale,
  currency: Currency,
});
export type ProductRef = z.infer<typeof ProductRef>;

export const Category = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    parent_slug: z.string().nullable(),
    product_count: z.int().describe("Published products here and below"),
    picture: Picture.nullable(),
  })
  .meta({ id: "Category" });
export type Category = z.infer<typeof Category>;

export const CategoryList = z.object({ items: z.array(Category) });
export type CategoryList = z.infer<typeof CategoryList>;

export const CategoriesInput = z.strictObject({ locale: ReadLocale }).optional();
export type CategoriesInput = z.infer<typeof CategoriesInput>;

export const CategoryRef = z.strictObject({
  slug: z.string().min(1).max(100),
  locale: ReadLocale,
});
export type CategoryRef = z.infer<typeof CategoryRef>;

export const CategoryDetail = z
  .object({
    ...Category.shape,
    seo: Seo,
    breadcrumbs: z.array(CategoryLink),
    children: z.array(Category),
  })
  .meta({ id: "CategoryDetail" });
export type CategoryDetail = z.infer<typeof CategoryDetail>;
