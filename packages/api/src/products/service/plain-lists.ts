/** The lists that shops open with, all products or those of a category: a prepared statement each. */
import { byEngine, defineQuery } from "@souk/db";
import { products } from "@souk/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import type { ListProductsInput, ProductSort } from "../contract.ts";
import { slugNow, withTree } from "./category-tree.ts";
import { isPublished } from "./fragments.ts";
import { after, orderBy, orderIn, placeOf, sortOf } from "./sorts.ts";
import { storable } from "./storable.ts";
import { noRank, type Page, type SummaryRow, summary, summaryColumns } from "./summaries.ts";

/** Whether the list is one of those. */
export function isPlain({ store }: Context, input: ListProductsInput): boolean {
  const {
    currency,
    locale: _read,
    category: _shelf,
    sort: _order,
    cursor: _from,
    limit: _to,
    ...filters
  } = input;
  const isUnset = (filter: unknown) =>
    filter === undefined || filter === false || (Array.isArray(filter) && filter.length === 0);
  return (
    (currency === undefined || currency === store.currency) && Object.values(filters).every(isUnset)
  );
}

/** Throws `category_not_found`. */
export async function plain(ctx: Context, input: ListProductsInput): Promise<Page> {
  const { category, limit } = input;
  const sort = sortOf(input, false, null);
  const place = placeOf(ctx, sort, input.cursor);
  const values = { storeId: ctx.store.id, now: ctx.now(), ...place, limit: limit + 1 };
  if (category === undefined)
    return { rows: await everything[sort](ctx.db, values), sort, asked: null };
  const slug = storable(category);
  const rows = await shelf[sort](ctx.db, { ...values, category: slug });
  if (rows.length > 0) return { rows, sort, asked: null };
  const now = await slugNow(ctx, slug);
  const moved = now === slug ? [] : await shelf[sort](ctx.db, { ...values, category: now });
  return { rows: moved, sort, asked: null };
}

type Params = { storeId: string; now: Date; key: unknown; id: string; limit: number };
type ShelfParams = Params & { category: string };

const allProducts = (sort: ProductSort) =>
  defineQuery<Params, SummaryRow[]>((query, p) =>
    query
      .select({ ...summary, rank: noRank })
      .from(products)
      .where(and(eq(products.storeId, p.storeId), isPublished(p.now), after(sort, p.key, p.id)))
      .orderBy(...orderBy(sort))
      .limit(p.limit),
  );

const shelved = alias(products, "shelved");

/**
 * The products of a category and of those below it. Each contributes the first few in the order of its
 * own index, so a page costs the same however full the shelves are.
 */
const categoryProducts = (sort: ProductSort) =>
  defineQuery<ShelfParams, SummaryRow[]>((query, p) => {
    const few = sql`from ${products}
      where ${products.storeId} = ${p.storeId} and ${products.categoryId} = tree.id
        and ${isPublished(p.now)} and ${after(sort, p.key, p.id)}
      order by ${sql.join(orderBy(sort), sql`, `)} limit ${p.limit}`;
    // SQLite has no LATERAL; a correlated IN is the same to it, and looks rows up by their keys.
    const fromEachShelf = byEngine({
      postgres: sql`lateral (select ${products}.* ${few}) as shelved`,
      sqlite: sql`${products} as shelved on shelved.id in (select ${products.id} ${few})`,
    });
    return query
      .select({ ...unseen(summaryColumns(shelved)), rank: noRank })
      .from(sql`(${withTree(p.storeId, p.category)} select id from tree) as tree`)
      .crossJoin(fromEachShelf)
      .orderBy(...orderIn(shelved, sort))
      .limit(p.limit);
  });

/** Drizzle refuses columns of tables that it does not see, such as those of a raw FROM. */
const unseen = <C extends Record<string, PgColumn>>(columns: C): C =>
  Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, sql`${column}`.mapWith(column)]),
  ) as unknown as C;

const forEachSort = <T>(make: (sort: ProductSort) => T): Readonly<Record<ProductSort, T>> => ({
  newest: make("newest"),
  price_asc: make("price_asc"),
  price_desc: make("price_desc"),
  title: make("title"),
  // Without words to search for there is no relevance: sortOf never asks for it here.
  relevance: make("newest"),
  rating: make("rating"),
  // Without a collection there is no order of it either.
  manual: make("newest"),
});
const everything = forEachSort(allProducts);
const shelf = forEachSort(categoryProducts);
