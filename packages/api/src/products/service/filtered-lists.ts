/** Lists by filters and words: one statement a page, and one for each name among the filters. */
import { productPrices, products } from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import * as search from "../../search/service/index.ts";
import { pickedFor } from "../collections/service/membership.ts";
import type { ListProductsInput, ProductSort } from "../contract.ts";
import {
  conditionOf,
  type Filters,
  filtersOf,
  isMatch,
  type Named,
  namedBy,
  published,
} from "./filters.ts";
import { pricesOfEach } from "./listed-prices.ts";
import { after, orderBy, type Place, placeOf, sortOf } from "./sorts.ts";
import { noRank, type Page, type SummaryRow, summaryIn } from "./summaries.ts";

/** Throws what `filtersOf` and `namedBy` throw. */
export async function filtered(ctx: Context, input: ListProductsInput): Promise<Page> {
  const named = await namedBy(ctx, input);
  let page: Page = { rows: [], sort: "newest", asked: null };
  for await (const asked of search.readings(ctx, input.q, published(ctx))) {
    const sort = sortOf(input, asked !== null, named.collection);
    const filters = filtersOf(ctx, input, named, asked);
    const place = placeOf(ctx, sort, input.cursor);
    const rows = await rowsOf(ctx, { filters, named, sort, place, limit: input.limit + 1 });
    page = { rows, sort, asked };
    if (rows.length > 0) break;
  }
  return page;
}

interface Asked {
  readonly filters: Filters;
  readonly named: Named;
  readonly sort: ProductSort;
  readonly place: Place;
  readonly limit: number;
}

/** Of the best matches, how many are looked up before all the others are. */
const FIRST_MATCHES = 200;

/**
 * Among many matches those that are shown are nearly always among the best, so that the others need not
 * be looked up. Only where too many of those are unpublished is everything gone through.
 */
async function rowsOf(ctx: Context, asked: Asked): Promise<readonly SummaryRow[]> {
  if (asked.sort !== "relevance" || !isByWordsAlone(asked.filters)) return select(ctx, asked);
  const rows = await select(ctx, asked, FIRST_MATCHES);
  const [first] = rows;
  const hasAll = first !== undefined && first.matches < FIRST_MATCHES;
  return hasAll || rows.length === asked.limit ? rows : select(ctx, asked);
}

const isByWordsAlone = ({
  matches,
  published: _all,
  prices: _in,
  attributes,
  ...others
}: Filters) =>
  matches !== null &&
  attributes.length === 0 &&
  Object.values(others).every((filter) => filter === undefined);

/** `best`: how many matches are looked up; all when absent. */
function select(ctx: Context, asked: Asked, best?: number) {
  const { filters, sort, place, limit } = asked;
  const { prices } = filters;
  const where = and(conditionOf(filters), after(sort, place.key, place.id, prices), prices.join);
  const order = orderBy(sort, prices);
  const leader = leaderOf(ctx, asked, best);
  const rank = leader === null ? noRank : sql<number>`${leader.rank}`.mapWith(Number);
  const matches = sql<number>`${leader?.matches ?? 0}`.mapWith(Number);
  const shown = ctx.db.select({ ...summaryIn(prices), rank, matches });
  // SQLite keeps the order of a CROSS JOIN: what leads comes first, or else the index of the order.
  if (leader !== null) {
    const led = shown.from(leader.table).crossJoin(products);
    return (prices.join === undefined ? led : led.crossJoin(pricesOfEach(prices)))
      .where(and(eq(products.id, leader.productId), where, leader.further))
      .orderBy(...order)
      .limit(limit);
  }
  const isFound = filters.matches !== null;
  if (!isFound && prices.join !== undefined && (sort === "price_asc" || sort === "price_desc")) {
    return shown
      .from(sql`${productPrices}`)
      .crossJoin(products)
      .where(where)
      .orderBy(...order)
      .limit(limit);
  }
  const all = shown.from(products);
  const priced = isFound ? pricesOfEach(prices) : sql`${productPrices}`;
  return (prices.join === undefined ? all : all.crossJoin(priced))
    .where(and(where, isMatch(filters)))
    .orderBy(...order)
    .limit(limit);
}

interface Leader {
  readonly table: SQL;
  readonly productId: SQL;
  readonly rank: SQL;
  /** How many matches were looked up, where that was limited. */
  readonly matches?: SQL;
  readonly further: SQL | undefined;
}

/** What the order of a list comes from, where that is no column of products. */
function leaderOf(ctx: Context, asked: Asked, best?: number): Leader | null {
  const { filters, named, sort, place } = asked;
  if (sort === "manual" && named.collection !== null) {
    return {
      table: sql`${pickedFor(ctx, named.collection)} as picked`,
      productId: sql`picked.product_id`,
      rank: sql`picked.position`,
      further: isMatch(filters),
    };
  }
  if (sort !== "relevance" || filters.matches === null) return null;
  const found = {
    productId: sql`matches.product_id`,
    rank: sql`matches.rank`,
    further: undefined,
  };
  if (best === undefined) return { ...found, table: sql`${filters.matches} as matches` };
  const first = sql`
    select product_id, rank from ${filters.matches} as found
    where (rank, product_id) < (${place.key}, ${place.id})
    order by rank desc, product_id desc limit ${best}`;
  const counted = sql`(select product_id, rank, count(*) over () as matches from (${first}) as first)`;
  return { ...found, table: sql`${counted} as matches`, matches: sql`matches.matches` };
}
