/** Brands by name, with the number of their products: one statement a page, and one for translations. */
import { brands, products } from "@souk/db/schema";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import { notFound } from "../../../kernel/errors.ts";
import { beginsWith } from "../../../kernel/typed-text.ts";
import { isPublished } from "../../service/fragments.ts";
import type { OwnText } from "../../service/options.ts";
import { currentOf } from "../../service/slugs.ts";
import { storable } from "../../service/storable.ts";
import { translateFor } from "../../translations/service/translate.ts";
import type {
  Brand,
  BrandPage,
  BrandRef,
  ListBrandsInput,
  ListStaffBrandsInput,
  StaffBrand,
  StaffBrandPage,
} from "../contract.ts";

/** Throws `cursor_invalid`. */
export async function list(ctx: Context, input: ListBrandsInput): Promise<BrandPage> {
  const { locale, ...rest } = input;
  const { rows, next_cursor } = await page(ctx, rest, undefined, isPublished(ctx.now()));
  return { items: await translated(ctx, locale, rows), next_cursor };
}

/** By its slug, or by one that it had before. Throws `brand_not_found`. */
export async function get(ctx: Context, { slug, locale }: BrandRef): Promise<Brand> {
  const [brand] = await translated(ctx, locale, await find(ctx, slug));
  if (brand === undefined) throw notFound("brand");
  return brand;
}

async function find(ctx: Context, slug: string): Promise<readonly Row[]> {
  const published = isPublished(ctx.now());
  const named = await select(ctx, eq(brands.slug, storable(slug)), published);
  if (named.length > 0) return named;
  const id = await currentOf(ctx, "brand", slug);
  return id === null ? [] : select(ctx, eq(brands.id, id), published);
}

async function translated(
  ctx: Context,
  locale: string | undefined,
  rows: readonly Row[],
): Promise<Brand[]> {
  const translate = await translateFor(ctx, locale, { ids: rows.map(({ brand }) => brand.id) });
  return rows.map((row) => brandOf(row, (field, text) => translate(row.brand.id, field, text)));
}

/** Throws `cursor_invalid`. */
export async function listAll(ctx: Context, input: ListStaffBrandsInput): Promise<StaffBrandPage> {
  const { q, ...rest } = input;
  const which = q === undefined || q === "" ? undefined : beginsWith(brands.name, q);
  const { rows, next_cursor } = await page(ctx, rest, which);
  return { items: rows.map(staffBrandOf), next_cursor };
}

/** Throws `brand_not_found`. */
export async function getAny(ctx: Context, id: string): Promise<StaffBrand> {
  const [row] = await select(ctx, eq(brands.id, id));
  if (row === undefined) throw notFound("brand");
  return staffBrandOf(row);
}

const CURSOR_ORDER = "brands";

async function page(
  ctx: Context,
  { cursor, limit }: Omit<ListBrandsInput, "locale">,
  which: SQL | undefined,
  counted?: SQL,
) {
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const behind =
    after === null
      ? undefined
      : sql`(${brands.name}, ${brands.id}) > (${storable(String(after.key))}, ${after.id})`;
  const all = await select(ctx, and(which, behind), counted)
    .orderBy(asc(brands.name), asc(brands.id))
    .limit(limit + 1);
  const rows = all.slice(0, limit);
  const last = all.length > limit ? rows.at(-1)?.brand : undefined;
  const next_cursor =
    last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: last.name, id: last.id });
  return { rows, next_cursor };
}

/** `counted`: which of its products count; all of them unless said. */
const select = ({ db, store }: Context, which: SQL | undefined, counted?: SQL) =>
  db
    .select({
      brand: brands,
      productCount: sql<number>`(
        select count(*) from ${products}
        where ${and(eq(products.storeId, store.id), eq(products.brandId, brands.id), counted)})`.mapWith(
        Number,
      ),
    })
    .from(brands)
    .where(and(eq(brands.storeId, store.id), which));

type Row = Awaited<ReturnType<typeof select>>[number];

const asWritten: OwnText = (_field, text) => text;

const brandOf = ({ brand: row, productCount }: Row, text: OwnText = asWritten): Brand => ({
  id: row.id,
  slug: row.slug,
  name: text("name", row.name),
  description: text("description", row.description),
  logo_url: row.logoUrl,
  seo: {
    title: text("seo_title", row.seoTitle),
    description: text("seo_description", row.seoDescription),
  },
  product_count: productCount,
});

const staffBrandOf = (row: Row): StaffBrand => ({
  ...brandOf(row),
  created_at: row.brand.createdAt.toISOString(),
  updated_at: row.brand.updatedAt.toISOString(),
});
