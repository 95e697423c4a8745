/** The newest products of a category and of those below it: the SQL of Souk's `products.list`. */
import type { Driver } from "./driver.ts";
import type { Store } from "./store.ts";
import {
  HIGHEST_ID,
  millisecondsOf,
  PUBLISHED,
  pageOf,
  SUMMARY_COLUMNS,
  type SummaryRow,
  summaryOf,
} from "./summaries.ts";

const few = `
  select products.id from products
  where products.store_id = ? and products.category_id = tree.id
    and ${PUBLISHED} and (products.published_at, products.id) < (?, ?)
  order by products.published_at desc, products.id desc limit ?`;

const fromEachShelf = {
  sqlite: `select one.id from tree cross join products as one on one.id in (${few})`,
  postgres: `select one.id from tree cross join lateral (${few}) as one`,
} as const;

const statementFor = (engine: Driver["engine"]): string => `
  select ${SUMMARY_COLUMNS}, 0 from (
    with recursive tree(id) as (
      select categories.id from categories
      where categories.store_id = ? and categories.slug = ?
      union
      select categories.id from categories inner join tree on categories.parent_id = tree.id
      where categories.store_id = ?)
    ${fromEachShelf[engine]}) as few
  cross join products where (products.store_id = ? and products.id = few.id)
  order by products.published_at desc, products.id desc limit ?`;

export interface ListInput {
  readonly category: string;
  readonly limit: number;
}

export function listing(driver: Driver, store: Store) {
  const statement = statementFor(driver.engine);
  return async ({ category, limit }: ListInput) => {
    const now = new Date().toISOString();
    const rows = await driver.all<SummaryRow>(statement, [
      ...[store.id, category, store.id],
      ...[store.id, now, now, now, HIGHEST_ID, limit + 1],
      ...[store.id, limit + 1],
    ]);
    return pageOf(
      rows,
      limit,
      ({ published_at, id }) => ["newest", millisecondsOf(published_at), id],
      (row) => ({ ...summaryOf(store, row), highlight: null }),
    );
  };
}
