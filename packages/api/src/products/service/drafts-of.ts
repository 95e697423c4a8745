/** The inverse of `saveProduct`: products as the drafts that would make them again. */
import {
  attributes,
  attributeValues,
  categories,
  media,
  prices,
  products,
  productTags,
  stockLevels,
  stockLocations,
  variants,
} from "@souk/db/schema";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import * as inventory from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { ProductCustomFields, VariantCustomFields } from "../custom-fields.ts";
import type { ProductDraft, VariantDraft } from "../drafts.ts";
import { asOneValue } from "../types/service/values.ts";
import { shownFields } from "./custom-fields.ts";
import { priceOf } from "./fragments.ts";
import { relationsOf } from "./relate.ts";
import { formerSlugsOf } from "./slugs.ts";

/** In the order of the ids; a fixed number of statements, whatever there are. */
export async function draftsOf(ctx: Context, ids: readonly string[]): Promise<ProductDraft[]> {
  if (ids.length === 0) return [];
  const { db, store } = ctx;
  const rows = await db
    .select({ product: products, category: categories.slug })
    .from(products)
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .where(and(eq(products.storeId, store.id), inArray(products.id, [...ids])));
  const tags = grouped(
    await db
      .select({ owner: productTags.productId, tag: productTags.tag })
      .from(productTags)
      .where(and(eq(productTags.storeId, store.id), inArray(productTags.productId, [...ids])))
      .orderBy(asc(productTags.position), asc(productTags.tag)),
  );
  const pictures = grouped(
    await db
      .select({ owner: media.productId, id: media.id, url: media.url, alt: media.alt })
      .from(media)
      .where(and(eq(media.storeId, store.id), inArray(media.productId, [...ids])))
      .orderBy(asc(media.position), asc(media.id)),
  );
  const sold = grouped(await variantsOf(ctx, ids));
  const specified = grouped(await attributesOf(ctx, ids));
  const abroad = grouped(await otherPricesOf(ctx, ids));
  const stocked = grouped(await levelsOf(ctx, ids));
  const usual = await inventory.defaultPlace(ctx);
  const former = await formerSlugsOf(ctx, "product", ids);
  const related = await relationsOf(ctx, ids);
  const drafts = new Map(
    rows.map(({ product, category }) => {
      const shown = pictures.get(product.id) ?? [];
      const own = sold.get(product.id) ?? [];
      return [
        product.id,
        draftOf(product, category, {
          formerSlugs: former.get(product.id) ?? [],
          tags: (tags.get(product.id) ?? []).map(({ tag }) => tag),
          pictures: shown.map(({ url, alt }) => ({ url, alt })),
          attributes: valuesByCode(specified.get(product.id) ?? []),
          // Those of others may name products that come later, so they stand behind all of them.
          ...(related.has(product.slug) ? {} : { relations: [] }),
          variants: own.map((variant) => ({
            ...variantOf(variant, product.options, shown),
            ...stockOf(stocked.get(variant.row.id) ?? [], usual.id),
            prices: (abroad.get(variant.row.id) ?? []).map(({ owner: _owner, ...price }) => price),
          })),
        }),
      ];
    }),
  );
  return ids.flatMap((id) => drafts.get(id) ?? []);
}

function grouped<Row extends { readonly owner: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  return Map.groupBy(rows, ({ owner }) => owner);
}

/** Those that are for sale, with their price. */
function variantsOf({ db, store }: Context, ids: readonly string[]) {
  return db
    .select({
      owner: variants.productId,
      row: variants,
      amount: prices.amount,
      compareAt: prices.compareAt,
    })
    .from(variants)
    .innerJoin(prices, priceOf(store.id, store.currency))
    .where(and(eq(variants.storeId, store.id), inArray(variants.productId, [...ids])))
    .orderBy(asc(variants.position), asc(variants.id))
    .execute();
}

function levelsOf({ db, store }: Context, ids: readonly string[]) {
  return db
    .select({
      owner: stockLevels.variantId,
      locationId: stockLevels.locationId,
      location: stockLocations.code,
      onHand: stockLevels.onHand,
      backorderLimit: stockLevels.backorderLimit,
    })
    .from(stockLevels)
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(and(eq(stockLevels.storeId, store.id), inArray(variants.productId, [...ids])))
    .orderBy(asc(stockLocations.position), asc(stockLocations.id))
    .execute();
}

type LevelRow = Awaited<ReturnType<typeof levelsOf>>[number];

/** What lies at the default location, and where some lies elsewhere all of it. */
function stockOf(
  levels: readonly LevelRow[],
  defaultId: string,
): Pick<VariantDraft, "onHand" | "backorderLimit" | "stock"> {
  const main = levels.find(({ locationId }) => locationId === defaultId);
  const stock = levels.map(({ location, onHand, backorderLimit }) => ({
    ...{ location, onHand, backorderLimit },
  }));
  return {
    ...(main === undefined ? {} : { onHand: main.onHand }),
    backorderLimit: main?.backorderLimit ?? 0,
    ...(levels.some((level) => level !== main) ? { stock } : {}),
  };
}

function attributesOf({ db, store }: Context, ids: readonly string[]) {
  return db
    .select({
      owner: attributeValues.productId,
      code: attributes.code,
      type: attributes.type,
      text: attributeValues.text,
      thousandths: attributeValues.thousandths,
    })
    .from(attributeValues)
    .innerJoin(
      attributes,
      and(eq(attributes.storeId, store.id), eq(attributes.id, attributeValues.attributeId)),
    )
    .where(and(eq(attributeValues.storeId, store.id), inArray(attributeValues.productId, [...ids])))
    .orderBy(asc(attributes.code), asc(attributeValues.position), asc(attributeValues.text))
    .execute();
}

function valuesByCode(rows: Awaited<ReturnType<typeof attributesOf>>) {
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return Object.fromEntries([...byCode].map(([code, own]) => [code, asOneValue(own)]));
}

function otherPricesOf({ db, store }: Context, ids: readonly string[]) {
  return db
    .select({
      owner: prices.variantId,
      currency: prices.currency,
      amount: prices.amount,
      compareAt: prices.compareAt,
    })
    .from(prices)
    .innerJoin(variants, and(eq(variants.storeId, store.id), eq(variants.id, prices.variantId)))
    .where(
      and(
        eq(prices.storeId, store.id),
        inArray(variants.productId, [...ids]),
        ne(prices.currency, store.currency),
      ),
    )
    .orderBy(asc(prices.currency))
    .execute();
}

type ProductRow = typeof products.$inferSelect;
type VariantRow = Awaited<ReturnType<typeof variantsOf>>[number];

function draftOf(
  row: ProductRow,
  category: string | null,
  parts: Pick<
    ProductDraft,
    "formerSlugs" | "tags" | "pictures" | "attributes" | "relations" | "variants"
  >,
): ProductDraft {
  return {
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    vendor: row.vendor,
    productType: row.productType,
    descriptionHtml: row.descriptionHtml,
    category,
    status: row.status,
    publishedAt: row.publishedAt,
    unpublishAt: row.unpublishAt,
    customFields: shownFields(ProductCustomFields, row.customFields),
    options: row.options.map(({ name, values }) => ({ name, values: [...values] })),
    seo: { title: row.seoTitle, description: row.seoDescription },
    ...parts,
  };
}

function variantOf(
  { row, amount, compareAt }: VariantRow,
  options: ProductRow["options"],
  pictures: readonly { readonly id: string }[],
): VariantDraft {
  const picture = pictures.findIndex(({ id }) => id === row.mediaId);
  return {
    values: options.map(({ name }) => row.options[name] ?? ""),
    sku: row.sku,
    barcode: row.barcode,
    price: amount,
    compareAt,
    weightGrams: row.weightGrams,
    lengthMm: row.lengthMm,
    widthMm: row.widthMm,
    heightMm: row.heightMm,
    customFields: shownFields(VariantCustomFields, row.customFields),
    requiresShipping: row.requiresShipping,
    taxable: row.taxable,
    tracksInventory: row.tracksInventory,
    picture: picture === -1 ? null : picture,
  };
}
