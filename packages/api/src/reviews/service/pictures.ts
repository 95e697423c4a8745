/** Pictures of reviews: files that their author uploaded for this, each for one review. */
import { isUniqueViolation } from "@souk/db";
import { assets, reviewPictures } from "@souk/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { ownReviewPictures, shownSizes, urlOf } from "../../media/service/index.ts";
import type { ReviewPicture } from "../contract.ts";

/** Of all these reviews in one statement, by review, in the order to show. */
export async function picturesOf(
  ctx: Context,
  rows: readonly { readonly id: string; readonly pictureCount: number }[],
): Promise<ReadonlyMap<string, ReviewPicture[]>> {
  const found = new Map<string, ReviewPicture[]>();
  const ids = rows.filter(({ pictureCount }) => pictureCount > 0).map(({ id }) => id);
  if (ids.length === 0) return found;
  const pictures = await ctx.db
    .select({
      reviewId: reviewPictures.reviewId,
      id: assets.id,
      key: assets.storageKey,
      width: assets.width,
      height: assets.height,
    })
    .from(reviewPictures)
    .innerJoin(assets, and(eq(assets.storeId, ctx.store.id), eq(assets.id, reviewPictures.assetId)))
    .where(and(eq(reviewPictures.storeId, ctx.store.id), inArray(reviewPictures.reviewId, ids)))
    .orderBy(asc(reviewPictures.reviewId), asc(reviewPictures.position));
  for (const { reviewId, key, ...picture } of pictures) {
    const url = urlOf(key);
    const shown = { ...picture, url, ...shownSizes(url) };
    const known = found.get(reviewId);
    if (known === undefined) found.set(reviewId, [shown]);
    else known.push(shown);
  }
  return found;
}

/**
 * Makes these the review's pictures, instead of those it has. Throws what `ownReviewPictures` does, and
 * `picture_in_use` for what another review shows.
 */
export async function attachReviewPictures(
  ctx: Context<Customer>,
  reviewId: string,
  assetIds: readonly string[],
): Promise<void> {
  const own = await ownReviewPictures(ctx, assetIds, "picture_ids");
  await detachReviewPictures(ctx, [reviewId]);
  if (own.length === 0) return;
  const rows = own.map((assetId, position) => ({
    ...{ storeId: ctx.store.id, reviewId, assetId, position },
  }));
  try {
    await ctx.db.transaction((db) => db.insert(reviewPictures).values(rows));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw invalidField("picture_ids", "picture_in_use", "Another review shows this picture.");
  }
}

export async function detachReviewPictures(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.db
    .delete(reviewPictures)
    .where(
      and(eq(reviewPictures.storeId, ctx.store.id), inArray(reviewPictures.reviewId, [...ids])),
    );
}
