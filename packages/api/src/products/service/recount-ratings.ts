/** The proof that ratings are what the published reviews say, and their repair. */
import { products, reviews } from "@souk/db/schema";
import { and, asc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { averageSql, countOf, STARS, type Stars } from "./ratings.ts";

type Histogram = Readonly<Record<Stars, number>>;

/** A product whose histogram, or the average of it, is not that of its reviews. */
export interface RatingDifference {
  readonly productId: string;
  readonly slug: string;
  readonly kept: Histogram;
  readonly counted: Histogram;
}

/** Of the whole store. While it is at work, a product may show whose review is just being published. */
export const ratingDifferences = (ctx: Context): Promise<RatingDifference[]> => differing(ctx);

/** Writes what is counted where it differs, and answers what differed. */
export async function recountRatings(ctx: Context): Promise<RatingDifference[]> {
  const repaired: RatingDifference[] = [];
  for (const { productId } of await differing(ctx)) {
    repaired.push(...(await inTransaction(ctx, (ctx) => recount(ctx, productId))));
  }
  return repaired;
}

/** A review that is published meanwhile waits for the product, and then adds to what was counted. */
async function recount(ctx: Context, productId: string): Promise<RatingDifference[]> {
  const own = and(eq(products.storeId, ctx.store.id), eq(products.id, productId));
  await ctx.db.select({ id: products.id }).from(products).where(own).for("update");
  const differences = await differing(ctx, productId);
  for (const { counted } of differences) {
    const count = STARS.reduce((total, stars) => total + counted[stars], 0);
    const sum = STARS.reduce((total, stars) => total + stars * counted[stars], 0);
    await ctx.db
      .update(products)
      .set({
        ...{ ratingCount: count, ratingSum: sum },
        ratingAverage: averageSql(sql.raw(String(sum)), sql.raw(String(count))),
        ...{ rating1Count: counted[1], rating2Count: counted[2], rating3Count: counted[3] },
        ...{ rating4Count: counted[4], rating5Count: counted[5] },
        updatedAt: sql`${products.updatedAt}`,
      })
      .where(own);
  }
  return differences;
}

async function differing({ db, store }: Context, productId?: string): Promise<RatingDifference[]> {
  const published = db
    .select({
      productId: reviews.productId,
      ...{ one: countWhere(1).as("one"), two: countWhere(2).as("two") },
      ...{ three: countWhere(3).as("three"), four: countWhere(4).as("four") },
      five: countWhere(5).as("five"),
    })
    .from(reviews)
    .where(
      and(
        eq(reviews.storeId, store.id),
        eq(reviews.status, "published"),
        productId === undefined ? undefined : eq(reviews.productId, productId),
      ),
    )
    .groupBy(reviews.productId)
    .as("published");
  const counted = {
    1: orNone(published.one),
    2: orNone(published.two),
    3: orNone(published.three),
    4: orNone(published.four),
    5: orNone(published.five),
  };
  // Count and sum are the histogram's: the database sees to it.
  return await db
    .select({ productId: products.id, slug: products.slug, kept: countOf, counted })
    .from(products)
    .leftJoin(published, eq(published.productId, products.id))
    .where(
      and(
        eq(products.storeId, store.id),
        productId === undefined ? undefined : eq(products.id, productId),
        or(
          ...STARS.map((stars) => ne(countOf[stars], counted[stars])),
          ne(
            products.ratingAverage,
            averageSql(sql`${products.ratingSum}`, sql`${products.ratingCount}`),
          ),
        ),
      ),
    )
    .orderBy(asc(products.id));
}

const countWhere = (stars: Stars): SQL<number> =>
  sql<number>`sum(case when ${reviews.rating} = ${sql.raw(String(stars))} then 1 else 0 end)`;

const orNone = (count: SQL.Aliased<number>): SQL<number> =>
  sql<number>`coalesce(${count}, 0)`.mapWith(Number);
