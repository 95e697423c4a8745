/** A variant's options in the order of its product, and a product's in the reader's language. */
import type { ProductOptionRow } from "@souk/db/schema";
import { optionField } from "../translations/service/translate.ts";

/** A field of the product at hand, which reads `original` in the store's own language. */
export type OwnText = (field: string, original: string) => string;

/** Where the names of two options would read alike, they stay untranslated: none may hide another. */
export function namesApart(options: readonly ProductOptionRow[], text: OwnText): OwnText {
  const fields = options.map(({ name }) => optionField(name));
  const read = options.map(({ name }) => text(optionField(name), name));
  if (new Set(read).size === read.length) return text;
  return (field, original) => (fields.includes(field) ? original : text(field, original));
}

export const optionOf = ({ name, values }: ProductOptionRow, text: OwnText) => ({
  name: text(optionField(name), name),
  values: values.map((value) => text(optionField(name, value), value)),
});

/** PostgreSQL's jsonb keeps no order. */
export const inOrder = (
  options: Readonly<Record<string, string>>,
  order: readonly ProductOptionRow[],
): Record<string, string> =>
  Object.fromEntries(
    order.flatMap(({ name }) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
