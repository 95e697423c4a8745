/** What buyers think of a product, as lists show it: kept with each review, and read in one statement. */
import { defineQuery } from "@souk/db";
import { products } from "@souk/db/schema";
import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { ProductRef, Rating } from "../contract.ts";
import { storable } from "./filters.ts";
import { isPublished } from "./fragments.ts";

export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** Where the reviews of so many stars are counted. */
export const countOf = {
  1: products.rating1Count,
  2: products.rating2Count,
  3: products.rating3Count,
  4: products.rating4Count,
  5: products.rating5Count,
} as const;

/** The stars of a published review that counts no more, and of one that counts from now on. */
export interface RatingChange {
  readonly minus?: number | undefined;
  readonly plus?: number | undefined;
}

/**
 * Moves histogram, count, sum and average of a product by one statement, in the unit of work that
 * publishes or withdraws the reviews. The database refuses numbers that do not add up.
 */
export async function applyRating(
  ctx: Context,
  productId: string,
  ...changes: readonly RatingChange[]
): Promise<void> {
  const moved = STARS.map((stars) => ({ stars, by: balanceOf(changes, stars) }));
  if (moved.every(({ by }) => by === 0)) return;
  const count = plus(products.ratingCount, total(moved.map(({ by }) => by)));
  const sum = plus(products.ratingSum, total(moved.map(({ stars, by }) => stars * by)));
  const [one, two, three, four, five] = moved.map(({ stars, by }) => plus(countOf[stars], by));
  await ctx.db
    .update(products)
    .set({
      ratingCount: count,
      ratingSum: sum,
      ratingAverage: averageSql(sum, count),
      ...{ rating1Count: one, rating2Count: two, rating3Count: three },
      ...{ rating4Count: four, rating5Count: five },
      // Nobody has edited the product.
      updatedAt: sql`${products.updatedAt}`,
    })
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, productId)));
}

const balanceOf = (changes: readonly RatingChange[], stars: Stars): number =>
  changes.filter(({ plus }) => plus === stars).length -
  changes.filter(({ minus }) => minus === stars).length;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const plus = (column: Column, by: number): SQL<number> => sql`${column} + ${sql.raw(String(by))}`;

/** Hundredths of a star, half of one rounded up; 0 for none. Integers only, so both engines agree. */
export const averageSql = (sum: SQL, count: SQL): SQL<number> => sql`case when ${count} = 0 then 0
  else (200 * cast(${sum} as bigint) + ${count}) / (2 * (${count})) end`;

export const ratingOf = (row: { ratingAverage: number; ratingCount: number }): Rating => ({
  average: row.ratingAverage,
  count: row.ratingCount,
});

export interface ProductRating {
  readonly productId: string;
  readonly rating: Rating;
  readonly histogram: Readonly<Record<Stars, number>>;
}

/** Of a product that shoppers may see. Throws `product_not_found`. */
export async function ratingFor(ctx: Context, { id }: ProductRef): Promise<ProductRating> {
  const at = { storeId: ctx.store.id, now: ctx.now() };
  const [row] = UUID.test(id) ? await byId(ctx.db, { ...at, id: id.toLowerCase() }) : [];
  const [found = row] = row === undefined ? await bySlug(ctx.db, { ...at, id: storable(id) }) : [];
  if (found === undefined) throw notFound("product");
  const { productId, ratingAverage, ratingCount, ...histogram } = found;
  return { productId, rating: ratingOf({ ratingAverage, ratingCount }), histogram };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const columns = {
  productId: products.id,
  ratingAverage: products.ratingAverage,
  ratingCount: products.ratingCount,
  ...countOf,
};

interface Row extends Record<Stars, number> {
  readonly productId: string;
  readonly ratingAverage: number;
  readonly ratingCount: number;
}

const findBy = (key: typeof products.id | typeof products.slug) =>
  defineQuery<{ storeId: string; now: Date; id: string }, Row[]>((query, p) =>
    query
      .select(columns)
      .from(products)
      .where(and(eq(products.storeId, p.storeId), eq(key, p.id), isPublished(p.now))),
  );

const byId = findBy(products.id);
const bySlug = findBy(products.slug);
