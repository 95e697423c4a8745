/** The one way a review changes what it counts for: with its product's rating, in one unit of work. */
import { reviews } from "@souk/db/schema";
import { and, eq, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import * as products from "../../products/service/index.ts";
import type { ReviewRow } from "./rows.ts";

type Change = Partial<typeof reviews.$inferInsert>;

/** Whoever changes a review holds it first, so that two never judge by the same state. */
export async function lockReview(ctx: Context, id: string, which?: SQL): Promise<ReviewRow> {
  const [row] = await ctx.db
    .select()
    .from(reviews)
    .where(and(ofId(ctx, id), which))
    .for("update");
  if (row === undefined) throw notFound("review");
  return row;
}

export const ofId = (ctx: Context, id: string): SQL | undefined =>
  and(eq(reviews.storeId, ctx.store.id), eq(reviews.id, id.toLowerCase()));

export async function addReview(
  ctx: Context,
  values: typeof reviews.$inferInsert,
): Promise<ReviewRow> {
  const [row] = await ctx.db.insert(reviews).values(values).returning();
  if (row === undefined) throw new Error("the review was not stored");
  await products.applyRating(ctx, row.productId, { plus: countedStars(row) });
  return row;
}

/** Of one product. Answers those that were not there before. */
export async function addNewReviews(
  ctx: Context,
  productId: string,
  values: readonly (typeof reviews.$inferInsert)[],
): Promise<ReviewRow[]> {
  const rows = await ctx.db
    .insert(reviews)
    .values([...values])
    .onConflictDoNothing()
    .returning();
  await products.applyRating(ctx, productId, ...rows.map((row) => ({ plus: countedStars(row) })));
  return rows;
}

/** `before` is locked. */
export async function changeReview(
  ctx: Context,
  before: ReviewRow,
  change: Change,
): Promise<ReviewRow> {
  const [after] = await ctx.db
    .update(reviews)
    .set({ updatedAt: before.updatedAt, ...change })
    .where(ofId(ctx, before.id))
    .returning();
  if (after === undefined) throw new Error("a locked review is gone");
  await products.applyRating(ctx, before.productId, {
    minus: countedStars(before),
    plus: countedStars(after),
  });
  return after;
}

/** `before` is locked. Votes, reports and pictures go with it. */
export async function dropReview(ctx: Context, before: ReviewRow): Promise<void> {
  await ctx.db.delete(reviews).where(ofId(ctx, before.id));
  await products.applyRating(ctx, before.productId, { minus: countedStars(before) });
}

const countedStars = ({ status, rating }: ReviewRow): number | undefined =>
  status === "published" ? rating : undefined;
