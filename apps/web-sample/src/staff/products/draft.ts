/** A product as it is being typed: texts where the wire has numbers, and keys that last. */
import { toDecimalString } from "@souk/client";
import type {
  ProductStatus,
  StaffProduct,
  StaffVariant,
} from "@souk/client/contracts/product-admin";
import type { AttributeValues } from "@souk/client/contracts/product-types";
import { localMoment } from "../ui/act-form.tsx";

export interface PriceDraft {
  readonly amount: string;
  readonly compareAt: string;
}

export interface VariantDraft {
  readonly key: string;
  /** Of one that is stored. */
  readonly id: string | undefined;
  /** One for each option. */
  readonly values: readonly string[];
  readonly sku: string;
  readonly barcode: string;
  readonly price: string;
  readonly compareAt: string;
  /** In the store's other currencies, by their codes. */
  readonly others: Readonly<Record<string, PriceDraft>>;
  readonly weight: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
  readonly digital: boolean;
  readonly taxable: boolean;
  readonly counted: boolean;
  /** The key of one of the product's pictures. */
  readonly picture: string | null;
  readonly hsCode: string;
  /** Possible by the options, and not for sale. */
  readonly leftOut: boolean;
}

export interface OptionDraft {
  readonly key: string;
  readonly name: string;
  readonly values: readonly string[];
}

export interface PictureDraft {
  readonly key: string;
  readonly url: string;
  readonly assetId: string | null;
  readonly alt: string;
}

export interface RelationDraft {
  readonly kind: StaffProduct["relations"][number]["kind"];
  readonly productId: string;
  readonly title: string;
  readonly picture: { readonly url: string; readonly alt: string } | null;
}

export interface ProductDraft {
  readonly title: string;
  readonly slug: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly attributes: AttributeValues;
  readonly description: string;
  readonly category: string;
  readonly status: ProductStatus;
  /** As a field for a local date and time has it. */
  readonly publishedAt: string;
  readonly unpublishAt: string;
  readonly tags: readonly string[];
  readonly options: readonly OptionDraft[];
  readonly pictures: readonly PictureDraft[];
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly variants: readonly VariantDraft[];
  readonly relations: readonly RelationDraft[];
  readonly care: string;
  readonly origin: string;
}

let lastKey = 0;

export function newKey(): string {
  lastKey += 1;
  return `new-${lastKey}`;
}

export const emptyVariant = (values: readonly string[] = []): VariantDraft => ({
  key: newKey(),
  id: undefined,
  values,
  sku: "",
  barcode: "",
  price: "",
  compareAt: "",
  others: {},
  weight: "",
  length: "",
  width: "",
  height: "",
  digital: false,
  taxable: true,
  counted: true,
  picture: null,
  hsCode: "",
  leftOut: false,
});

export const emptyDraft = (): ProductDraft => ({
  title: "",
  slug: "",
  subtitle: "",
  vendor: "",
  productType: "",
  attributes: {},
  description: "",
  category: "",
  status: "draft",
  publishedAt: "",
  unpublishAt: "",
  tags: [],
  options: [],
  pictures: [],
  seoTitle: "",
  seoDescription: "",
  variants: [emptyVariant()],
  relations: [],
  care: "",
  origin: "",
});

export function draftOf(product: StaffProduct, currency: string): ProductDraft {
  const pictures = product.pictures.map(({ url, alt, asset_id: assetId }) => ({
    ...{ key: url, url, alt, assetId },
  }));
  return {
    title: product.title,
    slug: product.slug,
    subtitle: product.subtitle,
    vendor: product.vendor,
    productType: product.product_type,
    attributes: product.attributes,
    description: product.description_html,
    category: product.category ?? "",
    status: product.status,
    publishedAt: localMoment(product.published_at),
    unpublishAt: localMoment(product.unpublish_at),
    tags: product.tags,
    options: product.options.map(({ name, values }) => ({ key: name, name, values })),
    pictures,
    seoTitle: product.seo.title,
    seoDescription: product.seo.description,
    variants: product.variants.map((variant) => variantDraftOf(variant, currency, pictures)),
    relations: product.relations.map(({ kind, product_id: productId, title, picture }) => ({
      ...{ kind, productId, title, picture },
    })),
    care: product.custom_fields.care_instructions ?? "",
    origin: product.custom_fields.country_of_origin ?? "",
  };
}

function variantDraftOf(
  variant: StaffVariant,
  currency: string,
  pictures: readonly PictureDraft[],
): VariantDraft {
  const others = variant.prices.map(({ currency: other, amount, compare_at: compareAt }) => [
    other,
    { amount: written(amount, other), compareAt: written(compareAt, other) },
  ]);
  return {
    key: variant.id,
    id: variant.id,
    values: variant.values,
    sku: variant.sku ?? "",
    barcode: variant.barcode ?? "",
    price: written(variant.price, currency),
    compareAt: written(variant.compare_at, currency),
    others: Object.fromEntries(others),
    weight: variant.weight_grams === 0 ? "" : String(variant.weight_grams),
    length: String(variant.length_mm ?? ""),
    width: String(variant.width_mm ?? ""),
    height: String(variant.height_mm ?? ""),
    digital: !variant.requires_shipping,
    taxable: variant.taxable,
    counted: variant.tracks_inventory,
    picture: variant.picture === null ? null : (pictures[variant.picture]?.key ?? null),
    hsCode: variant.custom_fields.hs_code ?? "",
    leftOut: false,
  };
}

const written = (amount: number | null, currency: string): string =>
  amount === null ? "" : toDecimalString({ amount, currency });

/** From a field for a local date and time back to a moment; null when nothing is chosen. */
export const momentOf = (local: string): string | null =>
  local === "" ? null : new Date(local).toISOString();
