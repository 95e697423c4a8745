/** SQL that several statements of the catalogue share. Knows tables; knows no rule of a verb. */
import { prices, products, variants } from "@souk/db/schema";
import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";

type Value<T> = T | Placeholder<string, T>;

/** A product that shoppers may see: active, and its day has come. */
export const isPublished = (now: Value<Date>): SQL =>
  sql`${products.status} = 'active' and ${products.publishedAt} <= ${sql.param(now, products.publishedAt)}`;

/** The variant's price in one currency. A variant without one is not for sale any more. */
export const priceOf = (storeId: Value<string>, currency: Value<string>) =>
  and(
    eq(prices.storeId, storeId),
    eq(prices.variantId, variants.id),
    eq(prices.currency, currency),
  );
