/** The searchable text of products. Owns `search_documents`, which each engine indexes its own way. */
import { byEngine } from "@souk/db";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { normalise, type Terms, termsOf } from "./normalise.ts";

/** In the order of their weight. */
export interface SearchDocument {
  readonly title: string;
  readonly vendor: string;
  /** Tags, types, options, SKUs: words without a sentence. */
  readonly keywords: readonly string[];
  /** Plain text. */
  readonly body: string;
}

/** PostgreSQL refuses a tsvector of more than a megabyte; nobody searches that far down. */
const MAX_LENGTH = 50_000;

/** Stores what a product is found by. Answers whether that changed. */
export async function index(
  ctx: Context,
  productId: string,
  document: SearchDocument,
): Promise<boolean> {
  const title = normalise(document.title);
  const vendor = normalise(document.vendor);
  const keywords = normalise(document.keywords.join(" ")).slice(0, MAX_LENGTH);
  const body = normalise(document.body).slice(0, MAX_LENGTH);
  const changed = await ctx.db.execute(sql`
    insert into search_documents (product_id, store_id, title, vendor, keywords, body)
    values (${productId}, ${ctx.store.id}, ${title}, ${vendor}, ${keywords}, ${body})
    on conflict (product_id) do update set
      title = excluded.title, vendor = excluded.vendor,
      keywords = excluded.keywords, body = excluded.body
    where search_documents.store_id = ${ctx.store.id} and (
      search_documents.title <> excluded.title or search_documents.vendor <> excluded.vendor or
      search_documents.keywords <> excluded.keywords or search_documents.body <> excluded.body)
    returning product_id`);
  return changed.length > 0;
}

export async function remove(ctx: Context, productId: string): Promise<void> {
  await ctx.db.execute(
    sql`delete from search_documents where store_id = ${ctx.store.id} and product_id = ${productId}`,
  );
}

/** Ranks are compared and carried in cursors, so they are whole numbers. */
const RANK_SCALE = 1_000_000_000;

/**
 * The products that `q` finds, as a subselect of `product_id` and `rank` (greater is better); null
 * when `q` has no word in it. Any text is harmless.
 */
export function matching(ctx: Context, q: string): SQL | null {
  const terms = termsOf(q);
  if (terms === null) return null;
  const storeId = ctx.store.id;
  // LIMIT -1 and OFFSET 0 keep the subselect whole: merged into its query it would rank a row many times.
  return byEngine({
    sqlite: sql`(
      select documents.product_id as product_id,
        cast(-bm25(search_index, 12.0, 4.0, 4.0, 1.0) * ${RANK_SCALE} as integer) as rank
      from search_index
      cross join search_documents as documents on documents.document_id = search_index.rowid
      where search_index match ${fts5Of(terms)} and documents.store_id = ${storeId}
      limit -1)`,
    postgres: sql`(
      select product_id,
        cast(ts_rank('{0.05, 0.1, 0.3, 1.0}', document, query) * ${RANK_SCALE} as bigint) as rank
      from search_documents, (select ${tsqueryOf(terms)} as query) as asked
      where document @@ query and store_id = ${storeId}
      offset 0)`,
  });
}

const fts5Of = ({ whole, last }: Terms): string =>
  [...whole.map((word) => `"${word}"`), `"${last}" *`].join(" AND ");

/** The stem alone would miss what is half typed, the letters alone an inflected word: either will do. */
function tsqueryOf({ whole, last }: Terms): SQL {
  const prefix = `'${last}':*`;
  const all = whole.map((word) => sql`to_tsquery('english', ${`'${word}'`}) && `);
  return sql`${sql.join(all)}(to_tsquery('english', ${prefix}) || to_tsquery('simple', ${prefix}))`;
}
