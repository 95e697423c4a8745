/** Where an asset is used. Other domains say so in tables of their own; here they are only read. */
import { assets, media, reviewPictures } from "@souk/db/schema";
import { type SQL, sql } from "drizzle-orm";

export const isAttachedToProduct: SQL = sql`exists (
  select 1 from ${media}
  where ${media.storeId} = ${assets.storeId} and ${media.assetId} = ${assets.id})`;

export const isAttachedToReview: SQL = sql`exists (
  select 1 from ${reviewPictures}
  where ${reviewPictures.storeId} = ${assets.storeId} and ${reviewPictures.assetId} = ${assets.id})`;
