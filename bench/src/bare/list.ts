/** The newest products of a category and of those below it: the SQL of Souk's `products.list`. */
import type { Driver } from "./driver.ts";
import type { Store } from "./store.ts";
import {
  HIGHEST_ID,
  millisecondsOf,
  PUBLISHED,
  pageOf,
  type SummaryRow,
  summaryColumns,
  summaryOf,
} from "./summaries.ts";

const few = `from products
  where products.store_id = ? and products.category_id = tree.id
    and ${PUBLISHED} and (products.published_at, products.id) < (?, ?)
  order by products.published_at desc, products.id desc limit ?`;

const fromEachShelf = {
  sqlite: `products as shelved on shelved.id in (select products.id ${few})`,
  postgres: `lateral (select products.* ${few}) as shelved`,
} as const;

const statementFor = (engine: Driver["engine"]): string => `
  select ${summaryColumns("shelved")}, 0 from (
    with recursive tree(id) as (
      select categories.id from categories
      where categories.store_id = ? and categories.slug = ?
      union
      select categories.id from categories inner join tree on categories.parent_id = tree.id
      where categories.store_id = ?)
    select id from tree) as tree
  cross join ${fromEachShelf[engine]}
  order by shelved.published_at desc, shelved.id desc limit ?`;

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
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      ({ published_at, id }) => ["newest", millisecondsOf(published_at), id],
      (row) => ({ ...summaryOf(store, row), highlight: null }),
    );
  };
}
