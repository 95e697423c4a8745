/** All products of the store, or those in its bin: one statement a page, whatever its size. */
import { byEngine } from "@souk/db";
import { categories, products } from "@souk/db/schema";
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor, instantOf } from "../../../kernel/cursor.ts";
import { money } from "../../../kernel/money.ts";
import * as search from "../../../search/service/index.ts";
import { isOnShelf } from "../../service/category-tree.ts";
import { isOfBrand, type Named, namedBy } from "../../service/filters.ts";
import { pictureOrNull } from "../../service/pictures.ts";
import { storable } from "../../service/storable.ts";
import { hasTag } from "../../service/traits.ts";
import type {
  ListStaffProductsInput,
  StaffProductPage,
  StaffProductSort,
  StaffProductSummary,
} from "../contract.ts";
import { publishedNow } from "./published.ts";

/** Throws `category_not_found`, and `cursor_invalid` for a cursor of another order. */
export async function list(ctx: Context, input: ListStaffProductsInput): Promise<StaffProductPage> {
  const { limit, sort, category, brand } = input;
  const named = await namedBy(ctx, { category, brand: brand === undefined ? [] : [brand] });
  const filters = filtersOf(ctx, input, named);
  let rows: readonly Row[] = [];
  for await (const asked of search.readings(ctx, input.q)) {
    // One row more than asked for tells whether there is a next page.
    rows = await page(ctx, input, and(filters, isMatch(ctx, asked, sort)));
    if (rows.length > 0) break;
  }
  const listed = rows.slice(0, limit);
  const last = listed.at(-1);
  return {
    items: listed.map((row) => summaryOf(row, ctx.store.currency)),
    next_cursor: rows.length > limit && last !== undefined ? cursorAfter(sort, last) : null,
  };
}

function filtersOf(
  { store }: Context,
  { status, tag, in_stock: inStock, deleted }: ListStaffProductsInput,
  { categoryIds, brandIds }: Named,
): SQL | undefined {
  return and(
    deleted ? isNotNull(products.deletedAt) : isNull(products.deletedAt),
    status === undefined ? undefined : eq(products.status, status),
    categoryIds === null ? undefined : isOnShelf(categoryIds),
    brandIds === null ? undefined : isOfBrand(brandIds),
    tag === undefined ? undefined : hasTag(store.id, [storable(tag)]),
    inStock === undefined ? undefined : eq(products.inStock, inStock),
  );
}

/**
 * Matches come in the order of ids. Where products are to come so, too, PostgreSQL would go through both
 * side by side, all products; an array it looks up.
 */
function isMatch(
  ctx: Context,
  asked: search.Understood | null,
  sort: StaffProductSort,
): SQL | undefined {
  if (asked === null) return undefined;
  const found = search.matching(ctx, asked);
  const among = search.isAmong(products.id, found);
  if (sort !== "created") return among;
  return byEngine({
    sqlite: among,
    postgres: sql`${products.id} = any(array(${search.idsOf(found)}))`,
  });
}

/** What a row shows: descriptions are long. */
const shown = {
  id: products.id,
  slug: products.slug,
  title: products.title,
  subtitle: products.subtitle,
  vendor: products.vendor,
  status: products.status,
  publishedAt: products.publishedAt,
  unpublishAt: products.unpublishAt,
  deletedAt: products.deletedAt,
  createdAt: products.createdAt,
  updatedAt: products.updatedAt,
  minPrice: products.minPrice,
  maxPrice: products.maxPrice,
  inStock: products.inStock,
  variantCount: products.variantCount,
  pictureUrl: products.pictureUrl,
  pictureAlt: products.pictureAlt,
};

async function page(
  ctx: Context,
  { sort, cursor, limit }: ListStaffProductsInput,
  filters: SQL | undefined,
) {
  const { db, store } = ctx;
  return await db
    .select({
      product: shown,
      category: { slug: categories.slug, name: categories.name },
      isPublished: publishedNow(ctx.now()),
    })
    .from(products)
    .leftJoin(
      categories,
      and(eq(categories.storeId, store.id), eq(categories.id, products.categoryId)),
    )
    .where(and(eq(products.storeId, store.id), filters, after(sort, cursor)))
    .orderBy(...orderBy(sort))
    .limit(limit + 1);
}

type Row = Awaited<ReturnType<typeof page>>[number];

function orderBy(sort: StaffProductSort): SQL[] {
  // Ids are time-ordered: by id is by age.
  if (sort === "created") return [desc(products.id)];
  if (sort === "title") return [asc(products.title), asc(products.id)];
  return [desc(products.updatedAt), desc(products.id)];
}

function after(sort: StaffProductSort, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(sort, sort === "title" ? "string" : "number", cursor);
  const { key, id } = position;
  if (typeof key === "string") return sql`(${products.title}, ${products.id}) > (${key}, ${id})`;
  if (sort === "created") return sql`${products.id} < ${id}`;
  const since = sql.param(instantOf(position), products.updatedAt);
  return sql`(${products.updatedAt}, ${products.id}) < (${since}, ${id})`;
}

function cursorAfter(sort: StaffProductSort, { product }: Row): string {
  const { id, title, updatedAt, createdAt } = product;
  const keys = { title, updated: updatedAt.getTime(), created: createdAt.getTime() };
  return encodeCursor(sort, { key: keys[sort], id });
}

function summaryOf(
  { product: row, category, isPublished }: Row,
  currency: string,
): StaffProductSummary {
  const { minPrice, maxPrice } = row;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    vendor: row.vendor,
    status: row.status,
    is_published: isPublished,
    published_at: row.publishedAt?.toISOString() ?? null,
    unpublish_at: row.unpublishAt?.toISOString() ?? null,
    deleted_at: row.deletedAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    category,
    price: minPrice === null ? null : money(minPrice, currency),
    has_price_range: minPrice !== maxPrice,
    in_stock: row.inStock,
    variant_count: row.variantCount,
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
  };
}
