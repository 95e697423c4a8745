/** Brands by name, with the number of their products: one statement a page. */
import { brands, products } from "@souk/db/schema";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import { notFound } from "../../../kernel/errors.ts";
import { beginsWith } from "../../../kernel/typed-text.ts";
import { isPublished } from "../../service/fragments.ts";
import { currentOf } from "../../service/slugs.ts";
import { storable } from "../../service/storable.ts";
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
  const { rows, next_cursor } = await page(ctx, input, undefined, isPublished(ctx.now()));
  return { items: rows.map(brandOf), next_cursor };
}

/** By its slug, or by one that it had before. Throws `brand_not_found`. */
export async function get(ctx: Context, { slug }: BrandRef): Promise<Brand> {
  const published = isPublished(ctx.now());
  const [named] = await select(ctx, eq(brands.slug, storable(slug)), published);
  if (named !== undefined) return brandOf(named);
  const id = await currentOf(ctx, "brand", slug);
  const [moved] = id === null ? [] : await select(ctx, eq(brands.id, id), published);
  if (moved === undefined) throw notFound("brand");
  return brandOf(moved);
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
  { cursor, limit }: ListBrandsInput,
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

const brandOf = ({ brand: row, productCount }: Row): Brand => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  logo_url: row.logoUrl,
  seo: { title: row.seoTitle, description: row.seoDescription },
  product_count: productCount,
});

const staffBrandOf = (row: Row): StaffBrand => ({
  ...brandOf(row),
  created_at: row.brand.createdAt.toISOString(),
  updated_at: row.brand.updatedAt.toISOString(),
});
