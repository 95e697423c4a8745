/** A category and all below it, as SQL; and whether there is such a category. */
import { defineQuery } from "@souk/db";
import { categories, products } from "@souk/db/schema";
import { and, eq, inArray, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { currentOf } from "./slugs.ts";

type Text = string | Placeholder<string, string>;

/** `with recursive tree(id) as (…)`; `union` drops repeats, so even a circle would end. */
export const withTree = (storeId: Text, slug: Text): SQL =>
  treeFrom(storeId, sql`${categories.slug} = ${slug}`);

const treeFrom = (storeId: Text, isTop: SQL): SQL => sql`with recursive tree(id) as (
  select ${categories.id} from ${categories}
  where ${categories.storeId} = ${storeId} and ${isTop}
  union
  select ${categories.id} from ${categories} inner join tree on ${categories.parentId} = tree.id
  where ${categories.storeId} = ${storeId})`;

const step = sql`${categories.id}, ${categories.parentId}, ${categories.slug}, ${categories.name}`;

const tree = defineQuery<{ storeId: string; slug: string }, { id: string }[]>((query, p) =>
  query
    .select({ id: sql<string>`tree.id` })
    .from(sql`(${withTree(p.storeId, p.slug)} select id from tree) as tree`),
);

/** Of the category and of those below it: none when there is no such category. */
export async function categoryIds(ctx: Context, slug: string): Promise<readonly string[]> {
  const rows = await tree(ctx.db, { storeId: ctx.store.id, slug });
  return rows.map(({ id }) => id);
}

interface Step {
  readonly id: string;
  readonly parentId: string | null;
  readonly slug: string;
  readonly name: string;
}

/** The category and what is above it, in no order. */
export const stepsUp = defineQuery<{ storeId: string; categoryId: string }, Step[]>((query, p) =>
  query
    .select({
      id: sql<string>`up.id`,
      parentId: sql<string | null>`up.parent_id`,
      slug: sql<string>`up.slug`,
      name: sql<string>`up.name`,
    })
    .from(
      sql`(with recursive up(id, parent_id, slug, name) as (
        select ${step} from ${categories}
        where ${categories.storeId} = ${p.storeId} and ${categories.id} = ${p.categoryId}
        union
        select ${step} from ${categories} inner join up on ${categories.id} = up.parent_id
        where ${categories.storeId} = ${p.storeId})
        select id, parent_id, slug, name from up) as up`,
    ),
);

/** The product stands in one of them. By their ids, so that a planner knows how many that are. */
export const isOnShelf = (ids: readonly string[]): SQL => inArray(products.categoryId, [...ids]);

/** The product stands in one of them or below it. */
export const inCategories = (storeId: string, ids: readonly string[]): SQL =>
  sql`${products.categoryId} in (
    ${treeFrom(storeId, inArray(categories.id, [...ids]))} select id from tree)`;

/**
 * The slug of now, of a category that has this one or had it before. Throws `category_not_found`: an
 * unknown category is a wrong address, not an empty shelf.
 */
export async function slugNow(ctx: Context, slug: string): Promise<string> {
  const found = async (which: SQL): Promise<string | undefined> => {
    const [row] = await ctx.db
      .select({ slug: categories.slug })
      .from(categories)
      .where(and(eq(categories.storeId, ctx.store.id), which));
    return row?.slug;
  };
  const known = await found(eq(categories.slug, slug));
  if (known !== undefined) return known;
  const id = await currentOf(ctx, "category", slug);
  const now = id === null ? undefined : await found(eq(categories.id, id));
  if (now === undefined) throw unknownCategory("category");
  return now;
}

/** `field`: the filter that named it; none where the address did. */
export function unknownCategory(field?: "category"): DomainError {
  const message = "No such category.";
  const details = field === undefined ? {} : { fields: { [field]: [message] } };
  return new DomainError("not_found", "category_not_found", message, details);
}
