/** Writing only what changed, so that saving the same draft again leaves every row alone. */
import { isDeepStrictEqual } from "node:util";

type Fields = Readonly<Record<string, unknown>>;

/** Whether any of the values differs from the row's. JSON counts by content: jsonb keeps no order. */
export const differs = (row: Fields, values: Fields): boolean =>
  Object.entries(values).some(([key, value]) => !isDeepStrictEqual(row[key], value));
