/** From what was typed to what the contract takes, and back from its complaints to people's words. */
import { toMinorUnits } from "@souk/client";
import { CreateProductInput, type StaffProduct } from "@souk/client/contracts/product-admin";
import { localMoment } from "../ui/act-form.tsx";
import { momentOf, type ProductDraft, type VariantDraft } from "./draft.ts";

/** In the order in which they are sent: their places are in the names of their fields. */
export const soldVariants = ({ variants }: ProductDraft): readonly VariantDraft[] =>
  variants.filter(({ leftOut }) => !leftOut);

/** Other currencies in which this variant has a price, in the order in which they are sent. */
export const pricedIn = ({ others }: VariantDraft): readonly string[] =>
  Object.keys(others).filter((currency) => {
    const price = others[currency];
    return price !== undefined && (price.amount !== "" || price.compareAt !== "");
  });

/** `stored`: a moment that a field shows to the minute stays what it is to the millisecond. */
export function inputOf(draft: ProductDraft, currency: string, stored?: StaffProduct): unknown {
  const keys = draft.pictures.map(({ key }) => key);
  return {
    title: draft.title,
    ...(draft.slug === "" ? {} : { slug: draft.slug }),
    subtitle: draft.subtitle,
    vendor: draft.vendor,
    product_type: draft.productType,
    attributes: draft.attributes,
    description_html: draft.description,
    category: draft.category === "" ? null : draft.category,
    status: draft.status,
    published_at: momentLike(draft.publishedAt, stored?.published_at),
    unpublish_at: momentLike(draft.unpublishAt, stored?.unpublish_at),
    tags: draft.tags,
    options: draft.options.map(({ name, values }) => ({ name, values })),
    pictures: draft.pictures.map(({ url, assetId, alt }) =>
      assetId === null ? { url, alt } : { asset_id: assetId, alt },
    ),
    seo: { title: draft.seoTitle, description: draft.seoDescription },
    variants: soldVariants(draft).map((variant) => variantInputOf(variant, currency, keys)),
    relations: draft.relations.map(({ kind, productId }) => ({ kind, product_id: productId })),
    custom_fields: {
      ...(draft.care === "" ? {} : { care_instructions: draft.care }),
      ...(draft.origin === "" ? {} : { country_of_origin: draft.origin.toUpperCase() }),
    },
  };
}

function momentLike(local: string, stored: string | null | undefined): string | null {
  return stored && localMoment(stored) === local ? stored : momentOf(local);
}

const variantInputOf = (
  variant: VariantDraft,
  currency: string,
  pictures: readonly string[],
): unknown => {
  const picture = variant.picture === null ? -1 : pictures.indexOf(variant.picture);
  return {
    ...(variant.id === undefined ? {} : { id: variant.id }),
    values: variant.values,
    sku: textOrNull(variant.sku),
    barcode: textOrNull(variant.barcode),
    price: amountOf(variant.price, currency) ?? Number.NaN,
    compare_at: amountOf(variant.compareAt, currency),
    prices: pricedIn(variant).map((other) => ({
      currency: other,
      amount: amountOf(variant.others[other]?.amount ?? "", other) ?? Number.NaN,
      compare_at: amountOf(variant.others[other]?.compareAt ?? "", other),
    })),
    weight_grams: numberOf(variant.weight) ?? 0,
    length_mm: numberOf(variant.length),
    width_mm: numberOf(variant.width),
    height_mm: numberOf(variant.height),
    requires_shipping: !variant.digital,
    taxable: variant.taxable,
    tracks_inventory: variant.counted,
    picture: picture === -1 ? null : picture,
    custom_fields: variant.hsCode === "" ? {} : { hs_code: variant.hsCode },
  };
};

const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** What is no number is refused by the contract, at its field. */
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text));

const amountOf = (text: string, currency: string): number | null =>
  text.trim() === "" ? null : (toMinorUnits(text, currency) ?? Number.NaN);

const MONEY_FIELD = /\.(price|compare_at|amount)$/;

/** The server's own contract; only that people do not count in minor units. */
export const productContract = {
  safeParse(value: unknown) {
    const judged = CreateProductInput.safeParse(value);
    if (judged.success) return judged;
    const issues = judged.error.issues.map(({ path, code, message }) => {
      const money = MONEY_FIELD.test(path.join(".")) && code === "invalid_type";
      return { path, message: money ? "Write an amount, such as 19.90." : message };
    });
    return { success: false as const, error: { issues } };
  },
};
