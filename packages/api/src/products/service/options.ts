/** A variant's options in the order of its product: PostgreSQL's jsonb keeps none. */
import type { ProductOptionRow } from "@souk/db/schema";

export const inOrder = (
  options: Readonly<Record<string, string>>,
  order: readonly ProductOptionRow[],
): Record<string, string> =>
  Object.fromEntries(
    order.flatMap(({ name }) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
