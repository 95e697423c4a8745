/** A product with all that can be edited, in a fixed number of statements whatever it has. */
import { createHash } from "node:crypto";
import { brands, categories, media, products, productTags } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { canonicalJson } from "../../../kernel/canonical-json.ts";
import type { Context } from "../../../kernel/context.ts";
import { notFound } from "../../../kernel/errors.ts";
import { ProductCustomFields } from "../../custom-fields.ts";
import { shownFields } from "../../service/custom-fields.ts";
import { pictureOf } from "../../service/pictures.ts";
import { formerSlugsOf } from "../../service/slugs.ts";
import { asOneValue, valuesOf } from "../../types/service/values.ts";
import type { StaffProduct, StaffProductRef } from "../contract.ts";
import { publishedNow } from "./published.ts";
import { relationsOf } from "./relations.ts";
import { variantsOf } from "./variants.ts";

/** Throws `product_not_found`. What is in the bin is found too. */
export async function get(ctx: Context, { id }: StaffProductRef): Promise<StaffProduct> {
  const found = await find(ctx, id.toLowerCase());
  const { product: row, brand, category, isPublished: published } = found;
  const pictures = await picturesOf(ctx, row.id);
  const edited = {
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    vendor: row.vendor,
    product_type: row.productType,
    attributes: await attributesOf(ctx, row.id),
    description_html: row.descriptionHtml,
    category,
    status: row.status,
    published_at: row.publishedAt?.toISOString() ?? null,
    unpublish_at: row.unpublishAt?.toISOString() ?? null,
    tags: await tagsOf(ctx, row.id),
    options: row.options.map(({ name, values }) => ({ name, values: [...values] })),
    seo: { title: row.seoTitle, description: row.seoDescription },
    custom_fields: shownFields(ProductCustomFields, row.customFields),
  };
  const variants = await variantsOf(ctx, row, pictures);
  const relations = await relationsOf(ctx, row.id);
  const plain = {
    ...edited,
    pictures: pictures.map(({ url, alt }) => ({ url, alt })),
    variants: variants.map(({ stock: _counted, ...variant }) => variant),
    relations: relations.map(({ kind, product_id }) => ({ kind, product_id })),
  };
  return {
    id: row.id,
    version: createHash("sha256").update(canonicalJson(plain)).digest("base64url"),
    ...edited,
    brand,
    former_slugs: (await formerSlugsOf(ctx, "product", [row.id])).get(row.id) ?? [],
    pictures: pictures.map(({ url, alt, assetId }) => ({
      ...pictureOf(url, alt),
      asset_id: assetId,
    })),
    variants,
    relations,
    is_published: published,
    deleted_at: row.deletedAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

async function find(ctx: Context, id: string) {
  const { db, store } = ctx;
  const [row] = await db
    .select({
      product: products,
      category: categories.slug,
      brand: { id: brands.id, slug: brands.slug, name: brands.name },
      isPublished: publishedNow(ctx.now()),
    })
    .from(products)
    .leftJoin(
      categories,
      and(eq(categories.storeId, store.id), eq(categories.id, products.categoryId)),
    )
    .leftJoin(brands, and(eq(brands.storeId, store.id), eq(brands.id, products.brandId)))
    .where(and(eq(products.storeId, store.id), eq(products.id, id)));
  if (row === undefined) throw notFound("product");
  return row;
}

async function tagsOf({ db, store }: Context, productId: string): Promise<string[]> {
  const rows = await db
    .select({ tag: productTags.tag })
    .from(productTags)
    .where(and(eq(productTags.storeId, store.id), eq(productTags.productId, productId)))
    .orderBy(asc(productTags.position), asc(productTags.tag));
  return rows.map(({ tag }) => tag);
}

export async function attributesOf(
  { db, store }: Context,
  productId: string,
): Promise<StaffProduct["attributes"]> {
  const rows = await valuesOf(db, { storeId: store.id, productId });
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return Object.fromEntries([...byCode].map(([code, own]) => [code, asOneValue(own)]));
}

async function picturesOf({ db, store }: Context, productId: string) {
  return await db
    .select({ id: media.id, url: media.url, alt: media.alt, assetId: media.assetId })
    .from(media)
    .where(and(eq(media.storeId, store.id), eq(media.productId, productId)))
    .orderBy(asc(media.position), asc(media.id));
}
