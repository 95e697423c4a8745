/** Writing only what changed, so that saving the same draft again leaves every row alone. */
import { isDeepStrictEqual } from "node:util";

type Fields = Readonly<Record<string, unknown>>;

/** Whether any of the values differs from the row's. JSON counts by content: jsonb keeps no order. */
export const differs = (row: Fields, values: Fields): boolean =>
  Object.entries(values).some(([key, value]) => !isDeepStrictEqual(row[key], value));

/** What a draft tells, or else what stood there before; null where neither says anything. */
export const kept = <T>(told: T | undefined, before: T | undefined): T | null =>
  told === undefined ? (before ?? null) : told;
