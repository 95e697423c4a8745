/** Product lists: one statement a page, whatever its size; one for their translations, one for excerpts. */
import { byEngine, defineQuery } from "@souk/db";
import { productPrices, products } from "@souk/db/schema";
import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import * as search from "../../search/service/index.ts";
import { pickedFor } from "../collections/service/membership.ts";
import type { ListProductsInput, ProductPage, ProductSort, ProductSummary } from "../contract.ts";
import { type Translate, translateFor } from "../translations/service/translate.ts";
import { assertCategory, inCategory, withTree } from "./category-tree.ts";
import {
  conditionOf,
  type Filters,
  filtersOf,
  isMatch,
  isPlain,
  type Named,
  namedBy,
} from "./filters.ts";
import { isPublished } from "./fragments.ts";
import { withHighlights } from "./highlights.ts";
import { currencyOf, type ListedPrices } from "./listed-prices.ts";
import { pictureOrNull } from "./pictures.ts";
import { ratingOf } from "./ratings.ts";
import { after, cursorAfter, orderBy, type Place, placeOf, sortOf } from "./sorts.ts";
import { storable } from "./storable.ts";

const summary = {
  id: products.id,
  slug: products.slug,
  title: products.title,
  subtitle: products.subtitle,
  vendor: products.vendor,
  minPrice: products.minPrice,
  maxPrice: products.maxPrice,
  compareAtPrice: products.compareAtPrice,
  inStock: products.inStock,
  variantCount: products.variantCount,
  pictureUrl: products.pictureUrl,
  pictureAlt: products.pictureAlt,
  ratingAverage: products.ratingAverage,
  ratingCount: products.ratingCount,
  publishedAt: products.publishedAt,
};

export type SummaryRow = Pick<typeof products.$inferSelect, keyof typeof summary> & {
  readonly rank: number;
};

/**
 * Throws `category_not_found`, `collection_not_found`, `attribute_unknown`, `attribute_value_invalid`,
 * `currency_unknown`, and `cursor_invalid` for a cursor of another order.
 */
export async function list(ctx: Context, input: ListProductsInput): Promise<ProductPage> {
  const { items, asked, translate, ...page } = await found(ctx, input);
  return { items: await withHighlights(ctx, items, asked, translate), ...page };
}

interface Found extends Omit<ProductPage, "items"> {
  readonly items: readonly ProductSummary[];
  /** How the words to search for were understood; null without any. */
  readonly asked: search.Understood | null;
  readonly translate: Translate;
}

/** What `list` answers, but for where the words stand in it. */
export async function found(ctx: Context, input: ListProductsInput): Promise<Found> {
  const { category, cursor, limit } = input;
  const currency = currencyOf(ctx, input.currency);
  let sort: ProductSort = "newest";
  let rows: readonly SummaryRow[] = [];
  let asked: search.Understood | null = null;
  const named = await namedBy(ctx, input);
  for await (asked of search.readings(ctx, input.q)) {
    sort = sortOf(input, asked !== null, named.collection);
    const filters = filtersOf(ctx, input, named, asked);
    const place = placeOf(ctx, sort, cursor);
    // One row more than asked for tells whether there is a next page.
    rows = await page(ctx, { filters, named, sort, place, category, limit: limit + 1 });
    if (rows.length > 0) break;
  }
  if (rows.length === 0 && category !== undefined) await assertCategory(ctx, storable(category));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  const translate = await translateFor(ctx, input.locale, { ids });
  return {
    items: shown.map((row) => summaryOf(row, currency, translate)),
    asked,
    translate,
    next_cursor: rows.length > limit && last !== undefined ? cursorAfter(sort, last) : null,
    searched_for: asked?.corrected ?? null,
    match: asked?.every === false ? "some" : "all",
  };
}

interface Asked {
  readonly filters: Filters;
  readonly named: Named;
  readonly sort: ProductSort;
  readonly place: Place;
  readonly category: string | undefined;
  readonly limit: number;
}

function page(ctx: Context, asked: Asked): Promise<readonly SummaryRow[]> {
  const { filters, sort, place, category, limit } = asked;
  if (!isPlain(filters)) return filtered(ctx, asked);
  const values = { storeId: ctx.store.id, now: ctx.now(), ...place, limit };
  if (category === undefined) return everything[sort](ctx.db, values);
  return shelf[sort](ctx.db, { ...values, category: storable(category) });
}

type Params = { storeId: string; now: Date; key: unknown; id: string; limit: number };
type ShelfParams = Params & { category: string };
const noRank = sql<number>`0`.mapWith(Number);

const allProducts = (sort: ProductSort) =>
  defineQuery<Params, SummaryRow[]>((query, p) =>
    query
      .select({ ...summary, rank: noRank })
      .from(products)
      .where(and(eq(products.storeId, p.storeId), isPublished(p.now), after(sort, p.key, p.id)))
      .orderBy(...orderBy(sort))
      .limit(p.limit),
  );

/**
 * The products of a category and of those below it. Each contributes the first few in the order of its
 * own index, so a page costs the same however full the shelves are.
 */
const categoryProducts = (sort: ProductSort) =>
  defineQuery<ShelfParams, SummaryRow[]>((query, p) => {
    const few = sql`
      select ${products.id} from ${products}
      where ${products.storeId} = ${p.storeId} and ${products.categoryId} = tree.id
        and ${isPublished(p.now)} and ${after(sort, p.key, p.id)}
      order by ${sql.join(orderBy(sort), sql`, `)} limit ${p.limit}`;
    return query
      .select({ ...summary, rank: noRank })
      .from(sql`(${withTree(p.storeId, p.category)} ${fromEachShelf(few)}) as few`)
      .crossJoin(products)
      .where(and(eq(products.storeId, p.storeId), eq(products.id, sql`few.id`)))
      .orderBy(...orderBy(sort))
      .limit(p.limit);
  });

/** SQLite has no LATERAL; a correlated IN is the same to it, and looks rows up by their keys. */
const fromEachShelf = (few: SQL): SQL =>
  byEngine({
    postgres: sql`select one.id from tree cross join lateral (${few}) as one`,
    sqlite: sql`select one.id from tree cross join ${products} as one on one.id in (${few})`,
  });

/** No index has titles by category: the store's titles are walked, and what is elsewhere left out. */
const categoryByTitle = defineQuery<ShelfParams, SummaryRow[]>((query, p) =>
  query
    .select({ ...summary, rank: noRank })
    .from(products)
    .where(
      and(
        eq(products.storeId, p.storeId),
        isPublished(p.now),
        inCategory(p.storeId, p.category),
        after("title", p.key, p.id),
      ),
    )
    .orderBy(...orderBy("title"))
    .limit(p.limit),
);

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
const shelf = { ...forEachSort(categoryProducts), title: categoryByTitle };

function filtered(ctx: Context, asked: Asked) {
  const { filters, sort, place, limit } = asked;
  const { prices } = filters;
  const where = and(conditionOf(filters), after(sort, place.key, place.id, prices), prices.join);
  const order = orderBy(sort, prices);
  const leader = leaderOf(ctx, asked);
  const rank = leader === null ? noRank : sql<number>`${leader.rank}`.mapWith(Number);
  const shown = ctx.db.select({ ...summaryIn(prices), rank });
  // SQLite keeps the order of a CROSS JOIN: what leads comes first, or else the index of the order.
  if (leader !== null) {
    const led = shown.from(leader.table).crossJoin(products);
    return (prices.join === undefined ? led : led.crossJoin(sql`${productPrices}`))
      .where(and(eq(products.id, leader.productId), where, leader.further))
      .orderBy(...order)
      .limit(limit);
  }
  if (prices.join !== undefined && (sort === "price_asc" || sort === "price_desc")) {
    return shown
      .from(sql`${productPrices}`)
      .crossJoin(products)
      .where(and(where, isMatch(filters)))
      .orderBy(...order)
      .limit(limit);
  }
  const all = shown.from(products);
  return (prices.join === undefined ? all : all.crossJoin(sql`${productPrices}`))
    .where(and(where, isMatch(filters)))
    .orderBy(...order)
    .limit(limit);
}

interface Leader {
  readonly table: SQL;
  readonly productId: SQL;
  readonly rank: SQL;
  readonly further: SQL | undefined;
}

/** What the order of a list comes from, where that is no column of products. */
function leaderOf(ctx: Context, { filters, named, sort }: Asked): Leader | null {
  if (sort === "manual" && named.collection !== null) {
    return {
      table: sql`${pickedFor(ctx, named.collection)} as picked`,
      productId: sql`picked.product_id`,
      rank: sql`picked.position`,
      further: isMatch(filters),
    };
  }
  if (sort !== "relevance" || filters.matches === null) return null;
  return {
    table: sql`${filters.matches} as matches`,
    productId: sql`matches.product_id`,
    rank: sql`matches.rank`,
    further: undefined,
  };
}

/** The columns that a summary needs, with its prices. */
export const summaryIn = ({ minPrice, maxPrice, compareAtPrice }: ListedPrices) => ({
  ...summary,
  minPrice: amountIn(minPrice),
  maxPrice: amountIn(maxPrice),
  compareAtPrice: amountIn(compareAtPrice),
});

const amountIn = (column: Column) => sql<number | null>`${column}`.mapWith(products.minPrice);

export function summaryOf(
  row: Omit<SummaryRow, "rank">,
  currency: string,
  translate: Translate,
): ProductSummary {
  const { minPrice, maxPrice, compareAtPrice } = row;
  return {
    id: row.id,
    slug: row.slug,
    title: translate(row.id, "title", row.title),
    subtitle: translate(row.id, "subtitle", row.subtitle),
    vendor: row.vendor,
    price: minPrice === null ? null : money(minPrice, currency),
    compare_at_price: compareAtPrice === null ? null : money(compareAtPrice, currency),
    has_price_range: minPrice !== maxPrice,
    in_stock: row.inStock,
    variant_count: row.variantCount,
    picture: pictureOrNull(row.pictureUrl, row.pictureAlt),
    rating: ratingOf(row),
  };
}
