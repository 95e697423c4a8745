/** The orders a list of reviews can have, each of them one index, and places in them as cursors. */
import { reviews } from "@souk/db/schema";
import { asc, type Column, desc, type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { ReviewSort } from "../contract.ts";
import type { ReviewRow } from "./rows.ts";

/** Before each of them, in the same direction: `rating_high` is by stars and then by age. */
interface Order {
  readonly columns: readonly Column[];
  readonly descending: boolean;
  /** The sort keys of a row in one number. */
  keyOf(row: ReviewRow): number;
  /** The number as values of the columns. Whatever a made-up cursor says, they are possible ones. */
  valuesOf(key: number): readonly (number | Date)[];
}

/** Stars stand before the milliseconds of a day that is still far away. */
const STARS = 100_000_000_000_000;

const byRating = (descending: boolean): Order => ({
  columns: [reviews.rating, reviews.writtenAt],
  descending,
  keyOf: ({ rating, writtenAt }) => rating * STARS + writtenAt.getTime(),
  valuesOf: (key) => {
    const stars = Math.min(Math.floor(Math.abs(key) / STARS), 6);
    return [stars, new Date(Math.abs(key) % STARS)];
  },
});

export const orders: Readonly<Record<ReviewSort, Order>> = {
  newest: {
    columns: [reviews.writtenAt],
    descending: true,
    keyOf: ({ writtenAt }) => writtenAt.getTime(),
    valuesOf: (key) => [new Date(Math.abs(key) % STARS)],
  },
  helpful: {
    columns: [reviews.helpfulCount],
    descending: true,
    keyOf: ({ helpfulCount }) => helpfulCount,
    valuesOf: (key) => [Math.max(0, Math.min(key, MAX_COUNT))],
  },
  rating_high: byRating(true),
  rating_low: byRating(false),
};

const MAX_COUNT = 2_147_483_647;

/** After the row that the cursor names: row values, which both engines answer from the index. */
export function afterCursor(sort: ReviewSort, cursor: string): SQL {
  const { columns, descending, valuesOf } = orders[sort];
  const { key, id } = decodeCursor(sort, "number", cursor);
  const values = valuesOf(Number(key)).map((value, i) => sql`${sql.param(value, columns[i])}`);
  const names = columns.map((column) => sql`${column}`);
  const comparison = sql.raw(descending ? "<" : ">");
  return sql`(${sql.join([...names, reviews.id], sql`, `)}) ${comparison}
    (${sql.join([...values, sql`${id}`], sql`, `)})`;
}

export const cursorAfter = (sort: ReviewSort, row: ReviewRow): string =>
  encodeCursor(sort, { key: orders[sort].keyOf(row), id: row.id });

export function orderBy(sort: ReviewSort): SQL[] {
  const { columns, descending } = orders[sort];
  const direction = descending ? desc : asc;
  return [...columns.map((column) => direction(column)), direction(reviews.id)];
}
