/** SQL that several statements of the catalogue share. Knows tables; knows no rule of a verb. */
import { byEngine } from "@souk/db";
import { prices, products, variants } from "@souk/db/schema";
import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";

type Value<T> = T | Placeholder<string, T>;

/**
 * A table `asked(id)` of a JSON array of ids, so that one prepared statement takes any number of them.
 * CROSS JOIN it first: SQLite keeps that order, and looks each id up by its key.
 */
export const asked = (ids: Value<string>): SQL =>
  byEngine({
    postgres: sql`unnest(array(select jsonb_array_elements_text(${ids}::jsonb))::uuid[]) as asked(id)`,
    sqlite: sql`(select value as id from json_each(${ids})) as asked`,
  });

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
