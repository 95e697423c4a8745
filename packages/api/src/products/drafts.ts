/** What the catalogue is given to store: by the seed, by imports, by the staff's forms. */
import * as z from "zod";
import { MAX_LOCATIONS } from "../inventory/locations/contract.ts";
import { CurrencyCode, Id, OptionalText, Text } from "../kernel/contract.ts";
import { DomainError } from "../kernel/errors.ts";
import { fieldErrorsOf } from "../kernel/field-errors.ts";
import { UpdateBrandInput } from "./brands/contract.ts";
import { ProductCustomFieldsInput, VariantCustomFieldsInput } from "./custom-fields.ts";
import {
  Amount,
  FormerSlugs,
  MAX_OPTIONS,
  MAX_RELATIONS,
  MAX_VARIANTS,
  Millimetres,
  PictureUrl,
  RelationKind,
  SeoInput,
  Slug,
  Tag,
  Units,
} from "./fields.ts";
import { AttributeCode, AttributeValues, UpdateAttributeInput } from "./types/contract.ts";

/** What "continue selling when out of stock" means in units. */
export const UNLIMITED_BACKORDER = 1_000_000;

/** By an uploaded asset, or by an address; addresses elsewhere are shown and never fetched. */
const PictureDraft = z
  .strictObject({
    assetId: Id.optional(),
    url: PictureUrl.optional(),
    alt: OptionalText(1000).default(""),
  })
  .refine(
    ({ assetId, url }) => (assetId === undefined) !== (url === undefined),
    "Give either an asset or an address.",
  );

export const CategoryDraft = z.strictObject({
  slug: Slug(100),
  name: Text(120),
  description: OptionalText(2000).default(""),
  /** The slug of the category above; it is there already. */
  parent: Text(100).nullable().default(null),
  /** Among its siblings. */
  position: z.int().default(0),
  /** Left as it is when absent. */
  seo: SeoInput.optional(),
});
export type CategoryDraft = z.input<typeof CategoryDraft>;

/** Known by its name; under the names that brands have outside; what is absent stays as it is. */
export const BrandDraft = z.strictObject({
  ...UpdateBrandInput.omit({ id: true }).shape,
  name: Text(120),
});
export type BrandDraft = z.input<typeof BrandDraft>;

export const ProductTypeDraft = z.strictObject({ name: Text(120) });
export type ProductTypeDraft = z.input<typeof ProductTypeDraft>;

/** Under the names that attributes have outside; what is absent stays as it is. */
export const AttributeDraft = z.strictObject({
  ...UpdateAttributeInput.omit({ id: true }).shape,
  code: AttributeCode,
  /** The name of its type, made when it is new; null: products of every type may have it. */
  product_type: Text(120).nullable().optional(),
});
export type AttributeDraft = z.input<typeof AttributeDraft>;

export const VariantDraft = z.strictObject({
  /** Of a variant that the product has; one without is known by its option values. */
  id: z.uuid().optional(),
  /** One value for each option of the product, in the product's order. */
  values: z.array(Text(255)).default([]),
  sku: Text(255).nullable().default(null),
  barcode: Text(255).nullable().default(null),
  /** Minor units of the store's currency. */
  price: Amount,
  compareAt: Amount.nullable().default(null),
  /** In the store's other currencies, all of them; left as they are when absent. */
  prices: z
    .array(
      z.strictObject({
        currency: CurrencyCode,
        /** Minor units of that currency. */
        amount: Amount,
        compareAt: Amount.nullable().default(null),
      }),
    )
    .max(50, "Use at most 50 currencies.")
    .optional(),
  weightGrams: Units.default(0),
  // As packed. Left as they are when absent, as are the custom fields: imports know of neither.
  lengthMm: Millimetres.nullable().optional(),
  widthMm: Millimetres.nullable().optional(),
  heightMm: Millimetres.nullable().optional(),
  customFields: VariantCustomFieldsInput.optional(),
  requiresShipping: z.boolean().default(true),
  taxable: z.boolean().default(true),
  tracksInventory: z.boolean().default(true),
  /** Units on the shelf of the default location; left as it is when absent. */
  onHand: Units.optional(),
  backorderLimit: Units.default(0),
  /** At each location named, others staying as they are: where it is told, `onHand` is not asked. */
  stock: z
    .array(
      z.strictObject({
        /** Its code. */
        location: Text(40),
        onHand: Units,
        backorderLimit: Units.default(0),
      }),
    )
    .max(MAX_LOCATIONS)
    .optional(),
  /** For files that know only whether it is sold on: a limit above 0 that is there already stays. */
  keepsBackorderLimit: z.boolean().default(false),
  /** Index into the product's pictures. */
  picture: z.int().min(0).nullable().default(null),
});
export type VariantDraft = z.input<typeof VariantDraft>;

export const Tags = z.array(Tag).max(250, "Use at most 250 tags.");

/** `product` is an id or a slug. */
const Relations = z
  .array(z.strictObject({ kind: RelationKind, product: Text(200) }))
  .max(MAX_RELATIONS, `Relate at most ${MAX_RELATIONS} products.`);

/** For files, in which a product may be related to one that comes later. */
export const RelationsDraft = z.strictObject({ product: Slug(200), relations: Relations });
export type RelationsDraft = z.input<typeof RelationsDraft>;

const ProductFields = z.strictObject({
  slug: Slug(200),
  title: Text(255),
  /** Left as it is when absent, as is the category: imports know of neither. */
  subtitle: OptionalText(255).optional(),
  vendor: OptionalText(120).default(""),
  /** The name of its type, which is made when it is new. */
  productType: OptionalText(120).default(""),
  /** Code to value, all of them. Left as they are when absent, as far as its type has them. */
  attributes: AttributeValues.optional(),
  descriptionHtml: z.string().max(200_000, "Use at most 200000 characters.").default(""),
  /** A category's slug; null takes the product out of its category. */
  category: Text(100).nullable().optional(),
  status: z.enum(["draft", "active", "archived"]).default("active"),
  /**
   * When it appears, for an active product. When absent it stays as it is, or is the moment when the
   * product is first saved as active; null takes back what was planned.
   */
  publishedAt: z.date().nullable().optional(),
  /** When it leaves the shop by itself. Left as it is when absent, as are the next two. */
  unpublishAt: z.date().nullable().optional(),
  customFields: ProductCustomFieldsInput.optional(),
  /** What is shown beside it. */
  relations: Relations.optional(),
  /** Those that it had before and that lead to it, all of them. */
  formerSlugs: FormerSlugs.optional(),
  tags: Tags.default([]),
  options: z
    .array(z.strictObject({ name: Text(120), values: z.array(Text(255)).min(1).max(1000) }))
    .max(MAX_OPTIONS, "A product has at most three options.")
    .default([]),
  pictures: z.array(PictureDraft).max(250, "Use at most 250 pictures.").default([]),
  seo: SeoInput.default({ title: "", description: "" }),
  variants: z
    .array(VariantDraft)
    .min(1, "A product needs at least one variant.")
    .max(MAX_VARIANTS, `Use at most ${MAX_VARIANTS} variants.`),
  /** What stock movements name as their cause. */
  stockReference: Text(200).default("catalogue"),
});

export const ProductDraft = ProductFields.superRefine((draft, ctx) => {
  for (const { path, message } of contradictionsOf(draft)) {
    ctx.addIssue({ code: "custom", path: [...path], message });
  }
});
export type ProductDraft = z.input<typeof ProductDraft>;
/** A draft that was read and found good. */
export type ReadyProduct = z.output<typeof ProductDraft>;
export type ReadyVariant = z.output<typeof VariantDraft>;

export const END_TOO_EARLY = "Must be later than the moment when it appears.";

interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function* contradictionsOf(draft: z.output<typeof ProductFields>): Generator<Contradiction> {
  const { options, variants, publishedAt, unpublishAt } = draft;
  if (publishedAt && unpublishAt && unpublishAt <= publishedAt) {
    yield { path: ["unpublishAt"], message: END_TOO_EARLY };
  }
  const names = options.map(({ name }) => name);
  for (const i of repeats(names)) {
    yield { path: ["options", i, "name"], message: `There are two options named ${names[i]}.` };
  }
  for (const [i, { values }] of options.entries()) {
    for (const j of repeats(values)) {
      yield { path: ["options", i, "values", j], message: `${values[j]} is listed twice.` };
    }
  }
  for (const i of repeats(variants.map(({ values }) => optionKeyOf(values)))) {
    const named = variants[i]?.values.join(" / ") || "no options";
    const message = `Another variant of this product has the same options: ${named}.`;
    yield { path: ["variants", i, "values"], message };
  }
  for (const i of repeats(variants.map(({ id }, i) => id ?? i))) {
    yield { path: ["variants", i, "id"], message: "This variant is listed twice." };
  }
  const skus = variants.map(({ sku }, i) => sku ?? i);
  for (const i of repeats(skus)) {
    const message = `Another variant of this product has the SKU ${skus[i]}.`;
    yield { path: ["variants", i, "sku"], message };
  }
  for (const [i, variant] of variants.entries()) yield* misfitsOf(draft, variant, i);
}

function* misfitsOf(
  { options, pictures }: z.output<typeof ProductFields>,
  { values, picture, prices = [], stock = [] }: ReadyVariant,
  i: number,
): Generator<Contradiction> {
  for (const j of repeats(stock.map(({ location }) => location))) {
    const message = `The location ${stock[j]?.location} is listed twice.`;
    yield { path: ["variants", i, "stock", j, "location"], message };
  }
  for (const j of repeats(prices.map(({ currency }) => currency))) {
    const message = `There are two prices in ${prices[j]?.currency}.`;
    yield { path: ["variants", i, "prices", j, "currency"], message };
  }
  if (values.length !== options.length) {
    const message = `Give ${options.length} option values, one for each option.`;
    yield { path: ["variants", i, "values"], message };
    return;
  }
  for (const [j, value] of values.entries()) {
    if (options[j]?.values.includes(value) !== true) {
      const message = `${value} is not a value of the option ${options[j]?.name}.`;
      yield { path: ["variants", i, "values", j], message };
    }
  }
  if (picture !== null && picture >= pictures.length) {
    yield { path: ["variants", i, "picture"], message: `There is no picture ${picture}.` };
  }
}

/** Where something stands that stood earlier in the list too. */
function repeats(list: readonly unknown[]): number[] {
  const seen = new Set<unknown>();
  return list.flatMap((item, i) => {
    if (seen.has(item)) return [i];
    seen.add(item);
    return [];
  });
}

/** What tells two variants of a product apart. No value holds the control character between them. */
export const optionKeyOf = (values: readonly string[]): string => values.join("\u001f");

/** The draft with its defaults, or a refusal that names each bad field. */
export function readDraft<T extends z.ZodType>(schema: T, draft: z.input<T>): z.output<T> {
  const parsed = schema.safeParse(draft);
  if (parsed.success) return parsed.data;
  const fields = fieldErrorsOf(parsed.error);
  const [first] = Object.entries(fields);
  const message = first === undefined ? "Not a draft." : `${first[0]}: ${first[1][0]}`;
  throw new DomainError("invalid", "invalid_input", message, { fields });
}
