/** Conditions on products that filters and the rules of collections have in common. */
import { products, productTags } from "@souk/db/schema";
import { eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";

export const isOnSale: SQL = isNotNull(products.compareAtPrice);

/** On average, at least. */
export const hasStars = (stars: number): SQL =>
  gte(products.ratingAverage, Math.round(stars * 100));

export const hasTag = (storeId: string, tags: readonly string[]): SQL => sql`${products.id} in (
  select ${productTags.productId} from ${productTags}
  where ${eq(productTags.storeId, storeId)} and ${inArray(productTags.tag, [...tags])})`;
