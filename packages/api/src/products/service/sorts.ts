/** The orders a product list can have, and its place in each of them as a cursor. */
import { products } from "@souk/db/schema";
import { asc, type Column, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type CursorKey, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { CollectionRow } from "../collections/service/find.ts";
import type { ListProductsInput, ProductSort } from "../contract.ts";
import type { ListedPrices } from "./listed-prices.ts";

/** The sort keys of a listed row. */
export interface Keys {
  readonly id: string;
  readonly title: string;
  readonly minPrice: number | null;
  readonly publishedAt: Date | null;
  readonly ratingAverage: number;
  /** Of what was searched for, or in a hand-picked collection. */
  readonly rank: number;
}

/** `products`, or an alias of it. */
type Products = Readonly<
  Record<"id" | "title" | "minPrice" | "publishedAt" | "ratingAverage", Column>
>;

interface Order {
  column(of: Products): Column | SQL<number>;
  readonly descending: boolean;
  readonly kind: "number" | "string";
  /** Comes before every row's key. */
  readonly first: CursorKey;
  keyOf(row: Keys): CursorKey;
}

/** Ratings and positions are 32-bit columns, which must be able to compare themselves to a cursor. */
const MAX_POSITION = 2_000_000_000;

const byPrice = (descending: boolean, first: number): Order => ({
  column: ({ minPrice }) => minPrice,
  descending,
  kind: "number",
  first,
  // A product that is sold has a price; without one it is in no order of prices.
  keyOf: ({ minPrice }) => minPrice ?? 0,
});

export const orders: Readonly<Record<ProductSort, Order>> = {
  newest: {
    column: ({ publishedAt }) => publishedAt,
    descending: true,
    kind: "number",
    first: Number.MAX_SAFE_INTEGER,
    keyOf: ({ publishedAt }) => publishedAt?.getTime() ?? 0,
  },
  price_asc: byPrice(false, -1),
  price_desc: byPrice(true, Number.MAX_SAFE_INTEGER),
  title: {
    column: ({ title }) => title,
    descending: false,
    kind: "string",
    first: "",
    keyOf: ({ title }) => title,
  },
  rating: {
    column: ({ ratingAverage }) => ratingAverage,
    descending: true,
    kind: "number",
    first: MAX_POSITION,
    keyOf: ({ ratingAverage }) => ratingAverage,
  },
  manual: {
    column: () => sql<number>`picked.position`.mapWith(Number),
    descending: false,
    kind: "number",
    first: -1,
    keyOf: ({ rank }) => rank,
  },
  relevance: {
    column: () => sql<number>`matches.rank`.mapWith(Number),
    descending: true,
    kind: "number",
    first: Number.MAX_SAFE_INTEGER,
    keyOf: ({ rank }) => rank,
  },
};

const LOWEST_ID = "00000000-0000-0000-0000-000000000000";
const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Where a page begins: after this place. */
export interface Place {
  readonly key: CursorKey | Date;
  readonly id: string;
}

/** The first page begins after a place before all rows, so one statement serves every page. */
export function placeOf(ctx: Context, sort: ProductSort, cursor: string | undefined): Place {
  const { kind, first, descending } = orders[sort];
  const { key, id } =
    cursor === undefined
      ? { key: first, id: descending ? HIGHEST_ID : LOWEST_ID }
      : decodeCursor(sort, kind, cursor);
  if (typeof key === "string") return { key: key.replaceAll("\0", ""), id };
  // Whatever a made-up cursor says: nothing is shown before its day.
  if (sort === "rating" || sort === "manual") {
    return { key: Math.max(-MAX_POSITION, Math.min(key, MAX_POSITION)), id };
  }
  if (sort === "newest") return { key: new Date(Math.max(0, Math.min(key, +ctx.now()))), id };
  return { key, id };
}

export const cursorAfter = (sort: ProductSort, row: Keys): string =>
  encodeCursor(sort, { key: orders[sort].keyOf(row), id: row.id });

/** By price the columns are those of one index, and the currency says of which. */
const columnsOf = (sort: ProductSort, prices?: ListedPrices) =>
  prices !== undefined && (sort === "price_asc" || sort === "price_desc")
    ? { column: prices.minPrice, idColumn: prices.id }
    : { column: orders[sort].column(products), idColumn: products.id };

/** `(key, id) < (?, ?)`: row values, which both engines answer from an index. */
export function after(
  sort: ProductSort,
  key: unknown,
  id: SQLWrapper | unknown,
  prices?: ListedPrices,
): SQL {
  const { descending } = orders[sort];
  const { column, idColumn } = columnsOf(sort, prices);
  const comparison = sql.raw(descending ? "<" : ">");
  const encoded = sort === "newest" ? sql.param(key, products.publishedAt) : sql`${key}`;
  return sql`(${column}, ${idColumn}) ${comparison} (${encoded}, ${id})`;
}

export function orderBy(sort: ProductSort, prices?: ListedPrices): [SQL, SQL] {
  const { column, idColumn } = columnsOf(sort, prices);
  return directed(sort, column, idColumn);
}

/** The same of an alias of products. */
export const orderIn = (table: Products, sort: ProductSort): [SQL, SQL] =>
  directed(sort, orders[sort].column(table), table.id);

function directed(sort: ProductSort, column: SQLWrapper, idColumn: SQLWrapper): [SQL, SQL] {
  const direction = orders[sort].descending ? desc : asc;
  return [direction(column), direction(idColumn)];
}

/** What was asked for, where it can be had; else the collection's own, else the newest first. */
export function sortOf(
  { q, sort }: ListProductsInput,
  searching: boolean,
  collection: Pick<CollectionRow, "kind" | "sort"> | null,
): ProductSort {
  if (sort === "manual" && collection?.kind === "manual") return sort;
  if (sort !== undefined && sort !== "relevance" && sort !== "manual") return sort;
  return q !== undefined && searching ? "relevance" : (collection?.sort ?? "newest");
}
