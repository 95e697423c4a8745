/** One product with all that its page shows, in a fixed number of statements. */
import { defineQuery } from "@souk/db";
import { media, prices, products, productTags, variants } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { availableUnits, unitsOnShelf } from "../../inventory/service/fragments.ts";
import { componentsOf } from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Product, ProductRef, Variant } from "../contract.ts";
import { allCategories, pathTo } from "./categories.ts";
import { storable } from "./filters.ts";
import { isPublished, priceOf } from "./fragments.ts";
import { currencyOf } from "./listed-prices.ts";
import { inOrder } from "./options.ts";
import { pictureOf, pictureOrNull } from "./pictures.ts";
import { ratingOf } from "./ratings.ts";
import { stockOf } from "./stock.ts";
import { type Pricing, pricesOf, pricingOf } from "./variant-prices.ts";

type ProductRow = typeof products.$inferSelect;

/** Throws `product_not_found`, for a product that is not published too, and `currency_unknown`. */
export async function get(ctx: Context, ref: ProductRef): Promise<Product> {
  const currency = currencyOf(ctx, ref.currency);
  const row = await find(ctx, ref);
  const { id: storeId } = ctx.store;
  const own = { storeId, productId: row.id };
  const variantRows = await variantsOf(ctx.db, { ...own, currency });
  const bundles = variantRows.filter(({ isBundle }) => isBundle).map(({ id }) => id);
  const components = await componentsOf(ctx, bundles);
  const pricing = await pricingOf(ctx, variantRows, currency);
  const pictureRows = await picturesOf(ctx.db, own);
  const tags = await tagsOf(ctx.db, own);
  const breadcrumbs =
    row.categoryId === null ? [] : pathTo(await allCategories(ctx), row.categoryId);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    vendor: row.vendor,
    product_type: row.productType,
    description_html: row.descriptionHtml,
    tags: tags.map(({ tag }) => tag),
    breadcrumbs,
    options: row.options.map(({ name, values }) => ({ name, values: [...values] })),
    variants: variantRows.map((variant) => ({
      ...variantOf(variant, row, pricing),
      stock: stockOf(ctx, variant),
      components: components.get(variant.id) ?? [],
    })),
    pictures: pictureRows.map(({ url, alt }) => pictureOf(url, alt)),
    seo: { title: row.seoTitle, description: row.seoDescription },
    rating: ratingOf(row),
    published_at: row.publishedAt?.toISOString() ?? null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function find(ctx: Context, { id }: ProductRef): Promise<ProductRow> {
  const at = { storeId: ctx.store.id, now: ctx.now() };
  const [row] = UUID.test(id) ? await byId(ctx.db, { ...at, id }) : [];
  if (row !== undefined) return row;
  const [named] = await bySlug(ctx.db, { ...at, slug: storable(id) });
  if (named === undefined) throw notFound("product");
  return named;
}

const byId = defineQuery<{ storeId: string; now: Date; id: string }, ProductRow[]>((query, p) =>
  query
    .select()
    .from(products)
    .where(and(eq(products.storeId, p.storeId), eq(products.id, p.id), isPublished(p.now))),
);

const bySlug = defineQuery<{ storeId: string; now: Date; slug: string }, ProductRow[]>((query, p) =>
  query
    .select()
    .from(products)
    .where(and(eq(products.storeId, p.storeId), eq(products.slug, p.slug), isPublished(p.now))),
);

interface VariantRow {
  readonly id: string;
  readonly sku: string | null;
  readonly barcode: string | null;
  readonly title: string;
  readonly options: Record<string, string>;
  readonly weightGrams: number;
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
  { options }: ProductRow,
  pricing: Pricing,
): Omit<Variant, "stock" | "components"> {
  return {
    id: row.id,
    sku: row.sku,
    barcode: row.barcode,
    title: row.title,
    options: inOrder(row.options, options),
    ...pricesOf(row, pricing),
    weight_grams: row.weightGrams,
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
  };
}
