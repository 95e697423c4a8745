/** The departments and shelves of the store, with what stands on them. */
import { defineQuery } from "@souk/db";
import { categories as categoriesTable, products } from "@souk/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import type {
  CategoriesInput,
  Category,
  CategoryDetail,
  CategoryList,
  CategoryRef,
  Picture,
} from "../contract.ts";
import { type Translate, translateFor } from "../translations/service/translate.ts";
import { unknownCategory } from "./category-tree.ts";
import { isPublished } from "./fragments.ts";
import { pictureOf } from "./pictures.ts";
import { currentOf } from "./slugs.ts";

export type CategoryRow = typeof categoriesTable.$inferSelect;

/** Each category stands after its parent, and before the parent's next sibling. */
export async function categories(ctx: Context, input?: CategoriesInput): Promise<CategoryList> {
  const rows = await allCategories(ctx);
  const translate = await translateFor(ctx, input?.locale, { kinds: ["category"] });
  return { items: await withContents(ctx, rows, translate) };
}

/** Throws `category_not_found`. A former slug is answered with the category, which tells its own. */
export async function category(
  ctx: Context,
  { slug, locale }: CategoryRef,
): Promise<CategoryDetail> {
  const rows = await allCategories(ctx);
  const row = rows.find((one) => one.slug === slug) ?? (await findFormer(ctx, rows, slug));
  const translate = await translateFor(ctx, locale, { kinds: ["category"] });
  const all = await withContents(ctx, rows, translate);
  const found = all.find(({ id }) => id === row?.id);
  if (row === undefined || found === undefined) throw unknownCategory();
  return {
    ...found,
    seo: {
      title: translate(row.id, "seo_title", row.seoTitle),
      description: translate(row.id, "seo_description", row.seoDescription),
    },
    breadcrumbs: linksOf(pathTo(rows, row.id), translate),
    children: all.filter((one) => one.parent_slug === row.slug),
  };
}

async function findFormer(
  ctx: Context,
  rows: readonly CategoryRow[],
  slug: string,
): Promise<CategoryRow | undefined> {
  const id = await currentOf(ctx, "category", slug);
  return rows.find((row) => row.id === id);
}

/** From the department down to the category itself. */
export function pathTo<Row extends Pick<CategoryRow, "id" | "parentId">>(
  rows: readonly Row[],
  categoryId: string | null,
): readonly Row[] {
  const row = rows.find(({ id }) => id === categoryId);
  if (row === undefined) return [];
  const above = rows.filter(({ id }) => id !== row.id);
  return [...pathTo(above, row.parentId), row];
}

export const linksOf = (
  path: readonly Pick<CategoryRow, "id" | "slug" | "name">[],
  translate: Translate,
) => path.map(({ id, slug, name }) => ({ slug, name: translate(id, "name", name) }));

const everyCategory = defineQuery<{ storeId: string }, CategoryRow[]>((query, p) =>
  query
    .select()
    .from(categoriesTable)
    .where(eq(categoriesTable.storeId, p.storeId))
    .orderBy(asc(categoriesTable.position), asc(categoriesTable.name), asc(categoriesTable.id)),
);

/** Whether there is a category of this slug. */
export async function categoryExists(ctx: Context, slug: string): Promise<boolean> {
  return (await everyCategory(ctx.db, { storeId: ctx.store.id })).some((row) => row.slug === slug);
}

/** In the order of `categories`. */
export async function allCategories(ctx: Context): Promise<readonly CategoryRow[]> {
  const rows = await everyCategory(ctx.db, { storeId: ctx.store.id });
  const byParent = Map.groupBy(rows, ({ parentId }) => parentId);
  const below = (id: string | null): CategoryRow[] =>
    (byParent.get(id) ?? []).flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}

/** What is below a category comes before it, so that sums can be handed upwards in one pass. */
export const descendantsFirst = (rows: readonly CategoryRow[]): readonly CategoryRow[] =>
  rows.toReversed();

interface Contents {
  readonly count: number;
  readonly picture: Picture | null;
  /** When the product of the picture was published. */
  readonly pictured: number;
}

const nothing: Contents = { count: 0, picture: null, pictured: -1 };

async function withContents(
  ctx: Context,
  rows: readonly CategoryRow[],
  translate: Translate,
): Promise<Category[]> {
  const contents = await contentsOf(ctx);
  for (const { id, parentId } of descendantsFirst(rows)) {
    if (parentId === null) continue;
    const own = contents.get(id) ?? nothing;
    const above = contents.get(parentId) ?? nothing;
    const { picture, pictured } = own.pictured > above.pictured ? own : above;
    contents.set(parentId, { count: above.count + own.count, picture, pictured });
  }
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return rows.map(({ id, slug, name, description, parentId }) => {
    const { count, picture } = contents.get(id) ?? nothing;
    const parent = parentId === null ? null : (slugs.get(parentId) ?? null);
    return {
      ...{ id, slug, picture },
      name: translate(id, "name", name),
      description: translate(id, "description", description),
      parent_slug: parent,
      product_count: count,
    };
  });
}

interface ShelfRow {
  readonly categoryId: string;
  readonly count: number;
  readonly url: string | null;
  readonly alt: string | null;
  readonly publishedAt: Date | null;
}

/** For each shelf its number of products and, of the newest with a picture, the picture. */
const shelves = defineQuery<{ storeId: string; now: Date }, ShelfRow[]>((query, p) => {
  const onShelf = sql`${products.storeId} = ${p.storeId}
    and ${products.categoryId} = ${categoriesTable.id} and ${isPublished(p.now)}`;
  const newest = alias(products, "newest");
  return query
    .select({
      categoryId: categoriesTable.id,
      count: sql<number>`(select count(*) from ${products} where ${onShelf})`.mapWith(Number),
      url: newest.pictureUrl,
      alt: newest.pictureAlt,
      publishedAt: newest.publishedAt,
    })
    .from(categoriesTable)
    .leftJoin(
      newest,
      and(
        eq(newest.storeId, p.storeId),
        sql`${newest.id} = (
          select ${products.id} from ${products}
          where ${onShelf} and ${products.pictureUrl} is not null
          order by ${products.publishedAt} desc, ${products.id} desc limit 1)`,
      ),
    )
    .where(eq(categoriesTable.storeId, p.storeId));
});

async function contentsOf(ctx: Context): Promise<Map<string, Contents>> {
  const rows = await shelves(ctx.db, { storeId: ctx.store.id, now: ctx.now() });
  return new Map(
    rows.map(({ categoryId, count, url, alt, publishedAt }) => [
      categoryId,
      url === null || publishedAt === null
        ? { ...nothing, count }
        : { count, picture: pictureOf(url, alt), pictured: publishedAt.getTime() },
    ]),
  );
}
