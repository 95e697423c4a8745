/** One product with all that its page shows, in a fixed number of statements. */
import { defineQuery } from "@souk/db";
import { brands, media, prices, products, productTags, variants } from "@souk/db/schema";
import { and, asc, eq, type Placeholder } from "drizzle-orm";
import { availableUnits, unitsOnShelf } from "../../inventory/service/fragments.ts";
import { componentsOf } from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Product, ProductRef, Variant } from "../contract.ts";
import { ProductCustomFields, VariantCustomFields } from "../custom-fields.ts";
import { optionField, translateFor } from "../translations/service/translate.ts";
import { valuesOf } from "../types/service/values.ts";
import { linksOf, pathTo } from "./categories.ts";
import { stepsUp } from "./category-tree.ts";
import { shownFields } from "./custom-fields.ts";
import { isPublished, priceOf } from "./fragments.ts";
import { currencyOf } from "./listed-prices.ts";
import { inOrder, namesApart, type OwnText, optionOf } from "./options.ts";
import { pictureOf, pictureOrNull } from "./pictures.ts";
import { attributesOf } from "./product-attributes.ts";
import { ratingOf } from "./ratings.ts";
import { relatedTo } from "./related.ts";
import { currentOf } from "./slugs.ts";
import { stockOf } from "./stock.ts";
import { storable } from "./storable.ts";
import { summaryOf } from "./summaries.ts";
import { type Pricing, pricesOf, pricingOf } from "./variant-prices.ts";

type ProductRow = typeof products.$inferSelect;

/** Throws `product_not_found`, for a product that is not published too, and `currency_unknown`. */
export async function get(ctx: Context, ref: ProductRef): Promise<Product> {
  const currency = currencyOf(ctx, ref.currency);
  const { product: row, brand } = await find(ctx, ref);
  const { id: storeId } = ctx.store;
  const own = { storeId, productId: row.id };
  const variantRows = await variantsOf(ctx.db, { ...own, currency });
  const bundles = variantRows.filter(({ isBundle }) => isBundle).map(({ id }) => id);
  const components = await componentsOf(ctx, bundles);
  const pricing = await pricingOf(ctx, variantRows, currency);
  const pictureRows = await picturesOf(ctx.db, own);
  const tags = await tagsOf(ctx.db, own);
  const values = await valuesOf(ctx.db, own);
  const path = await pathOf(ctx, row);
  const related = await relatedTo(ctx, row.id, currency);
  const translate = await translateFor(ctx, ref.locale, {
    ids: [
      ...[row, ...path, ...related].map(({ id }) => id),
      ...values.map(({ attributeId }) => attributeId),
      ...(row.brandId === null ? [] : [row.brandId]),
    ],
  });
  const text = (field: string, original: string) => translate(row.id, field, original);
  const optionText = namesApart(row.options, text);
  return {
    id: row.id,
    slug: row.slug,
    title: text("title", row.title),
    subtitle: text("subtitle", row.subtitle),
    vendor: row.vendor,
    brand: brand && { ...brand, name: translate(row.brandId ?? "", "name", brand.name) },
    product_type: row.productType,
    description_html: text("description_html", row.descriptionHtml),
    tags: tags.map(({ tag }) => tag),
    breadcrumbs: linksOf(path, translate),
    options: row.options.map((option) => optionOf(option, optionText)),
    attributes: attributesOf(values, translate),
    variants: variantRows.map((variant) => ({
      ...variantOf(variant, row, pricing, optionText),
      stock: stockOf(ctx, variant),
      components: components.get(variant.id) ?? [],
    })),
    pictures: pictureRows.map(({ url, alt }) => pictureOf(url, alt)),
    seo: {
      title: text("seo_title", row.seoTitle),
      description: text("seo_description", row.seoDescription),
    },
    rating: ratingOf(row),
    custom_fields: shownFields(ProductCustomFields, row.customFields),
    relations: related.map(({ kind, ...shown }) => ({
      kind,
      product: summaryOf(shown, currency, translate),
    })),
    published_at: row.publishedAt?.toISOString() ?? null,
  };
}

async function pathOf({ db, store }: Context, { categoryId }: ProductRow) {
  if (categoryId === null) return [];
  return pathTo(await stepsUp(db, { storeId: store.id, categoryId }), categoryId);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function find(ctx: Context, { id }: ProductRef): Promise<Found> {
  const at = { storeId: ctx.store.id, now: ctx.now() };
  const [row] = UUID.test(id) ? await byId(ctx.db, { ...at, id }) : [];
  if (row !== undefined) return row;
  const [named] = await bySlug(ctx.db, { ...at, slug: storable(id) });
  if (named !== undefined) return named;
  const now = await currentOf(ctx, "product", id);
  const [moved] = now === null ? [] : await byId(ctx.db, { ...at, id: now });
  if (moved === undefined) throw notFound("product");
  return moved;
}

type Found = { readonly product: ProductRow; readonly brand: Product["brand"] };
const brand = { slug: brands.slug, name: brands.name };
const ofProduct = (storeId: Placeholder<string, string>) =>
  and(eq(brands.storeId, storeId), eq(brands.id, products.brandId));

const byId = defineQuery<{ storeId: string; now: Date; id: string }, Found[]>((query, p) =>
  query
    .select({ product: products, brand })
    .from(products)
    .leftJoin(brands, ofProduct(p.storeId))
    .where(and(eq(products.storeId, p.storeId), eq(products.id, p.id), isPublished(p.now))),
);

const bySlug = defineQuery<{ storeId: string; now: Date; slug: string }, Found[]>((query, p) =>
  query
    .select({ product: products, brand })
    .from(products)
    .leftJoin(brands, ofProduct(p.storeId))
    .where(and(eq(products.storeId, p.storeId), eq(products.slug, p.slug), isPublished(p.now))),
);

interface VariantRow {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly options: Record<string, string>;
  readonly weightGrams: number;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly requiresShipping: boolean;
  readonly customFields: Record<string, unknown> | null;
  readonly tracksInventory: boolean;
  readonly amount: number;
  readonly compareAt: number | null;
  readonly available: number;
  readonly onShelf: number;
  readonly lowStockThreshold: number | null;
  readonly preorderShipsAt: Date | null;
  readonly isBundle: boolean;
  readonly pictureUrl: string | null;
  readonly pictureAlt: string | null;
}

type OfProduct = { storeId: string; productId: string };

const variantsOf = defineQuery<OfProduct & { currency: string }, VariantRow[]>((query, p) =>
  query
    .select({
      id: variants.id,
      sku: variants.sku,
      barcode: variants.barcode,
      title: variants.title,
      options: variants.options,
      weightGrams: variants.weightGrams,
      lengthMm: variants.lengthMm,
      widthMm: variants.widthMm,
      heightMm: variants.heightMm,
      requiresShipping: variants.requiresShipping,
      customFields: variants.customFields,
      tracksInventory: variants.tracksInventory,
      amount: prices.amount,
      compareAt: prices.compareAt,
      available: availableUnits(p.storeId).mapWith(Number),
      onShelf: unitsOnShelf(p.storeId).mapWith(Number),
      lowStockThreshold: variants.lowStockThreshold,
      preorderShipsAt: variants.preorderShipsAt,
      isBundle: variants.isBundle,
      pictureUrl: media.url,
      pictureAlt: media.alt,
    })
    .from(variants)
    .innerJoin(prices, priceOf(p.storeId, p.currency))
    .leftJoin(media, and(eq(media.storeId, p.storeId), eq(media.id, variants.mediaId)))
    .where(and(eq(variants.storeId, p.storeId), eq(variants.productId, p.productId)))
    .orderBy(asc(variants.position), asc(variants.id)),
);

const picturesOf = defineQuery<OfProduct, { url: string; alt: string }[]>((query, p) =>
  query
    .select({ url: media.url, alt: media.alt })
    .from(media)
    .where(and(eq(media.storeId, p.storeId), eq(media.productId, p.productId)))
    .orderBy(asc(media.position), asc(media.id)),
);

const tagsOf = defineQuery<OfProduct, { tag: string }[]>((query, p) =>
  query
    .select({ tag: productTags.tag })
    .from(productTags)
    .where(and(eq(productTags.storeId, p.storeId), eq(productTags.productId, p.productId)))
    .orderBy(asc(productTags.position), asc(productTags.tag)),
);

function variantOf(
  row: VariantRow,
  product: ProductRow,
  pricing: Pricing,
  text: OwnText,
): Omit<Variant, "stock" | "components"> {
  const options = Object.entries(inOrder(row.options, product.options)).map(([name, value]) => [
    text(optionField(name), name),
    text(optionField(name, value), value),
  ]);
  return {
    id: row.id,
    sku: row.sku,
    barcode: row.barcode,
    title: options.map(([, value]) => value).join(" / "),
    options: Object.fromEntries(options),
    ...pricesOf(row, pricing),
    weight_grams: row.weightGrams,
    length_mm: row.lengthMm,
    width_mm: row.widthMm,
    height_mm: row.heightMm,
    requires_shipping: row.requiresShipping,
    custom_fields: shownFields(VariantCustomFields, row.customFields),
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
  };
}
