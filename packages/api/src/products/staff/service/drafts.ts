/** Between what staff sends and the draft that is stored: the same members under other names. */
import { DomainError } from "../../../kernel/errors.ts";
import type { ProductDraft, VariantDraft } from "../../drafts.ts";
import type { CreateProductInput, StaffProduct, StaffVariantInput } from "../contract.ts";

/** What stock movements name as their cause. */
const REFERENCE = "staff";

/** `before`: the product that it is written over. */
export const draftOf = (
  input: CreateProductInput & { readonly slug: string },
  before?: StaffProduct,
): ProductDraft => ({
  slug: input.slug,
  title: input.title,
  subtitle: input.subtitle,
  vendor: input.vendor,
  productType: input.product_type,
  ...(input.attributes === undefined ? {} : { attributes: input.attributes }),
  descriptionHtml: input.description_html,
  category: input.category,
  status: input.status,
  publishedAt: instantOf(input.published_at),
  unpublishAt: instantOf(input.unpublish_at),
  tags: input.tags,
  options: input.options,
  pictures: input.pictures.map(({ asset_id, url, alt }) => ({
    alt,
    ...(asset_id === undefined ? {} : { assetId: asset_id }),
    ...(url === undefined ? {} : { url }),
  })),
  seo: input.seo,
  variants: input.variants.map((variant) => variantDraftOf(variant, before)),
  relations: input.relations.map(({ kind, product_id }) => ({ kind, product: product_id })),
  customFields: input.custom_fields,
  stockReference: REFERENCE,
});

export const instantOf = (text: string | null): Date | null =>
  text === null ? null : new Date(text);

const variantDraftOf = (
  variant: StaffVariantInput,
  before: StaffProduct | undefined,
): VariantDraft => ({
  ...(variant.id === undefined ? {} : { id: variant.id }),
  values: variant.values,
  sku: variant.sku,
  barcode: variant.barcode,
  price: variant.price,
  compareAt: variant.compare_at,
  prices: variant.prices.map(({ currency, amount, compare_at: compareAt }) => ({
    ...{ currency, amount, compareAt },
  })),
  weightGrams: variant.weight_grams,
  lengthMm: variant.length_mm,
  widthMm: variant.width_mm,
  heightMm: variant.height_mm,
  requiresShipping: variant.requires_shipping,
  taxable: variant.taxable,
  tracksInventory: variant.tracks_inventory,
  picture: variant.picture,
  customFields: variant.custom_fields,
  ...(variant.on_hand === undefined || isKnown(variant, before) ? {} : { onHand: variant.on_hand }),
});

/** Of a variant that is there, the stock counts, not what a form says of it. */
const isKnown = ({ id, values }: StaffVariantInput, before: StaffProduct | undefined): boolean =>
  id !== undefined ||
  (before?.variants ?? []).some((known) => known.values.join("\n") === values.join("\n"));

/** The product as it would be sent to be stored as it is. */
export const inputOf = (product: StaffProduct): CreateProductInput & { readonly slug: string } => ({
  slug: product.slug,
  title: product.title,
  subtitle: product.subtitle,
  vendor: product.vendor,
  product_type: product.product_type,
  attributes: product.attributes,
  description_html: product.description_html,
  category: product.category,
  status: product.status,
  published_at: product.published_at,
  unpublish_at: product.unpublish_at,
  tags: product.tags,
  options: product.options,
  pictures: product.pictures.map(({ url, alt }) => ({ url, alt })),
  seo: product.seo,
  variants: product.variants.map(({ stock: _counted, title: _joined, ...variant }) => variant),
  relations: product.relations.map(({ kind, product_id }) => ({ kind, product_id })),
  custom_fields: product.custom_fields,
});

const wireNames: Readonly<Record<string, string>> = { product: "product_id" };

/** A refusal of a draft, under the names that its fields have outside. */
export async function namedOnWire<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.fields === null) throw error;
    const fields = Object.entries(error.fields).map(([path, messages]) => {
      const named = path.split(".").map((part) => wireNames[part] ?? snake(part));
      return [named.join("."), messages];
    });
    const { kind, reason, message } = error;
    throw new DomainError(kind, reason, message, { fields: Object.fromEntries(fields) });
  }
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
