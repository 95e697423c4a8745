/** Asking the index, in each engine's own words: FTS5 on SQLite, tsvector on PostgreSQL. */
import { byEngine } from "@souk/db";
import { products } from "@souk/db/schema";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { SearchHit } from "../../ports/search-engine.ts";
import type { Term } from "../normalise.ts";

/** Ranks are compared and carried in cursors, so they are whole numbers. */
const RANK_SCALE = 1_000_000_000;

export interface Asked {
  readonly terms: readonly Term[];
  /** Whether a product must have all of them, or any. */
  readonly every: boolean;
  /** What a search engine found for them already; null where the database is to look. */
  readonly hits: readonly SearchHit[] | null;
}

/** The products that it finds, as a subselect of `product_id` and `rank` (greater is better). */
export function matching(ctx: Context, { terms, every, hits }: Asked): SQL {
  if (hits !== null) return listed(hits);
  const storeId = ctx.store.id;
  // LIMIT -1 and OFFSET 0 keep the subselect whole: merged into its query it would rank a row many times.
  return byEngine({
    sqlite: sql`(
      select documents.product_id as product_id,
        cast(-bm25(search_index, 12.0, 4.0, 4.0, 1.0) * ${RANK_SCALE} as integer) as rank
      from search_index
      cross join search_documents as documents on documents.document_id = search_index.rowid
      where search_index match ${fts5Of(terms, every)} and documents.store_id = ${storeId}
      limit -1)`,
    postgres: sql`(
      select product_id,
        cast(ts_rank('{0.05, 0.1, 0.3, 1.0}', document, query) * ${RANK_SCALE} as bigint) as rank
      from search_documents, (select ${tsqueryOf(terms, every)} as query) as asked
      where document @@ query and store_id = ${storeId}
      offset 0)`,
  });
}

/** A condition: the product is one of those found. */
export const isAmong = (productId: SQLWrapper, found: SQL): SQL =>
  sql`${productId} in (${idsOf(found)})`;

/** Their ids alone, to be asked for in another way. */
export const idsOf = (found: SQL): SQL => sql`select found.product_id from ${found} as found`;

/** One parameter, however many there are. */
function listed(hits: readonly SearchHit[]): SQL {
  const pairs = JSON.stringify(hits.map(({ productId, rank }) => [productId, rank]));
  return byEngine({
    sqlite: sql`(
      select hit.value ->> 0 as product_id, hit.value ->> 1 as rank
      from json_each(${pairs}) as hit limit -1)`,
    postgres: sql`(
      select (hit ->> 0)::uuid as product_id, (hit ->> 1)::bigint as rank
      from jsonb_array_elements(${pairs}::jsonb) as hit offset 0)`,
  });
}

/**
 * For each term by itself, whether any product has it. One statement for all. `among`: a condition on products
 * that they must meet; any product will do when absent.
 */
export async function findable(
  { db, store }: Context,
  terms: readonly Term[],
  among?: SQL,
): Promise<readonly boolean[]> {
  if (terms.length === 0) return [];
  const isMeant =
    among === undefined
      ? sql`1 = 1`
      : sql`exists (select 1 from ${products} where ${products.id} = documents.product_id and ${among})`;
  const asked = terms.map(
    (term, i) =>
      sql`select ${sql.raw(String(i))} as place where exists (${byEngine({
        sqlite: sql`
        select 1 from search_index
        cross join search_documents as documents on documents.document_id = search_index.rowid
        where search_index match ${fts5Of([term])} and documents.store_id = ${store.id} and ${isMeant}`,
        postgres: sql`
        select 1 from search_documents as documents
        where document @@ (${tsqueryOf([term])}) and store_id = ${store.id} and ${isMeant}`,
      })})`,
  );
  const rows = await db.execute<{ place: number }>(sql.join(asked, sql` union all `));
  const found = new Set(rows.map(({ place }) => Number(place)));
  return terms.map((_term, i) => found.has(i));
}

const fts5Of = (terms: readonly Term[], every = true): string =>
  terms
    .map(({ words, prefix }) => words.map((word) => `"${word}"${prefix ? " *" : ""}`))
    .map((any) => `(${any.join(" OR ")})`)
    .join(every ? " AND " : " OR ");

/** The stem alone would miss what is half typed, the letters alone an inflected word: either will do. */
function tsqueryOf(terms: readonly Term[], every = true): SQL {
  const all = terms.map(({ words, prefix }) => {
    const any = words.flatMap((word) =>
      prefix
        ? [
            sql`to_tsquery('english', ${`'${word}':*`})`,
            sql`to_tsquery('simple', ${`'${word}':*`})`,
          ]
        : [sql`to_tsquery('english', ${`'${word}'`})`],
    );
    return sql`(${sql.join(any, sql` || `)})`;
  });
  return sql.join(all, every ? sql` && ` : sql` || `);
}
