/** Rows of product lists, as `list` and `search` answer them. `AS` in capitals is the bare server's own: see same-sql/compare.ts. */
import { isoOf, type Time } from "./driver.ts";
import { moneyIn, type Store } from "./store.ts";

const COLUMNS = [
  ...["id", "slug", "title", "subtitle", "vendor", "min_price", "max_price", "compare_at_price"],
  ...["in_stock", "variant_count", "picture_url", "picture_alt", "rating_average", "rating_count"],
  "published_at",
] as const;

export const summaryColumns = (table: string): string =>
  COLUMNS.map((column) => `${table}.${column}`).join(", ");

export const SUMMARY_COLUMNS = summaryColumns("products");

/** Twice the time: it has begun, and it has not ended. */
export const PUBLISHED = `products.status = 'active' and products.published_at <= ?
    and (products.unpublish_at is null or products.unpublish_at > ?)`;

export const HIGHEST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export interface SummaryRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly vendor: string;
  readonly min_price: number | string | null;
  readonly max_price: number | string | null;
  readonly compare_at_price: number | string | null;
  readonly in_stock: boolean | number;
  readonly variant_count: number;
  readonly picture_url: string | null;
  readonly picture_alt: string | null;
  readonly rating_average: number;
  readonly rating_count: number;
  readonly published_at: Time;
}

type CursorOf<Row> = (row: Row) => readonly (string | number)[];

/** A page of at most `limit`; `rows` has one more when there is a next page. */
export function pageOf<Row extends SummaryRow>(
  rows: readonly Row[],
  limit: number,
  cursorOf: CursorOf<Row>,
  itemOf: (row: Row) => object,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next_cursor:
      rows.length > limit && last !== undefined
        ? Buffer.from(JSON.stringify(cursorOf(last))).toString("base64url")
        : null,
    searched_for: null,
    match: "all",
  };
}

export const millisecondsOf = (time: Time): number => Date.parse(isoOf(time));

export const summaryOf = (store: Store, row: SummaryRow) => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  subtitle: row.subtitle,
  vendor: row.vendor,
  price: row.min_price === null ? null : moneyIn(store, row.min_price),
  compare_at_price: row.compare_at_price === null ? null : moneyIn(store, row.compare_at_price),
  has_price_range: row.min_price !== row.max_price,
  in_stock: Boolean(row.in_stock),
  variant_count: row.variant_count,
  picture: row.picture_url === null ? null : { url: row.picture_url, alt: row.picture_alt ?? "" },
  rating: { average: row.rating_average, count: row.rating_count },
});
