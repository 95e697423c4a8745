/** Where an asset is used. Other domains say so in tables of their own; here they are only read. */
import { assets, brands, collections, media, reviewPictures } from "@souk/db/schema";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { sizesOf, urlOf } from "../sizes.ts";
import type { AssetRow } from "./rows.ts";

const isAttachedToProduct: SQL = sql`exists (
  select 1 from ${media}
  where ${media.storeId} = ${assets.storeId} and ${media.assetId} = ${assets.id})`;

export const isAttachedToReview: SQL = sql`exists (
  select 1 from ${reviewPictures}
  where ${reviewPictures.storeId} = ${assets.storeId} and ${reviewPictures.assetId} = ${assets.id})`;

/**
 * What shows a picture of the catalogue; null when nothing does. Orders are not asked: what somebody
 * bought once keeps no picture in the shop.
 */
export async function shownBy(
  ctx: Context,
  { id, storageKey }: AssetRow,
): Promise<"product" | "brand" | "collection" | null> {
  const { db, store } = ctx;
  // Brands and collections keep addresses, of whichever size.
  const urls = sizesOf(storageKey).map(({ key }) => urlOf(key));
  const [product] = await db
    .select({ id: assets.id })
    .from(assets)
    .where(and(eq(assets.storeId, store.id), eq(assets.id, id), isAttachedToProduct));
  if (product !== undefined) return "product";
  const [brand] = await db
    .select({ id: brands.id })
    .from(brands)
    .where(and(eq(brands.storeId, store.id), inArray(brands.logoUrl, urls)))
    .limit(1);
  if (brand !== undefined) return "brand";
  const [collection] = await db
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.storeId, store.id), inArray(collections.pictureUrl, urls)))
    .limit(1);
  return collection === undefined ? null : "collection";
}
