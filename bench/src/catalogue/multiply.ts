/**
 * A large catalogue from a small one: each product with all its rows, over and over, by the database
 * itself. Texts and prices repeat; slugs, SKUs, barcodes, ids and days are each copy's own.
 */
import { BETWEEN_MS } from "./drafts.ts";

/** How many are made through the services, to be copied when more are wanted. */
export const ORIGINALS = 5000;

/** What holds the rows of a product, each table behind those that it refers to. */
const tables = [
  "products",
  "media",
  "variants",
  "prices",
  "price_history",
  "product_tags",
  "stock_levels",
  "stock_movements",
  "search_documents",
] as const;

const ids: ReadonlySet<string> = new Set([
  "id",
  "product_id",
  "variant_id",
  "media_id",
  "level_id",
]);

/** What the engines say differently, of a copy's number in the column `copy`. */
export interface Copier {
  /** The same id of another time: version 7 begins with 01 until 2039, a copy with its number plus one. */
  id(column: string): string;
  /** At least five digits long. */
  padded(number: string): string;
  later(column: string, minutes: string): string;
  /** Without those that the database fills in by itself. */
  columnsOf(table: string): Promise<readonly string[]>;
  run(statement: string): Promise<void>;
}

export async function multiply(copier: Copier, products: number): Promise<void> {
  if (products <= ORIGINALS) return;
  for (const table of tables) {
    const columns = await copier.columnsOf(table);
    await copier.run(`
      with recursive copies(copy) as (
        select 1 union all select copy + 1 from copies where copy + 1 < ${products / ORIGINALS})
      insert into ${table} (${columns.join(", ")})
      select ${columns.map((column) => expressionFor(copier, column)).join(", ")}
      from ${table} cross join copies`);
  }
}

function expressionFor(copier: Copier, column: string): string {
  const further = `copy * ${ORIGINALS}`;
  const number = (at: number): string =>
    copier.padded(`(cast(substr(${column}, ${at}, 5) as integer) + ${further})`);
  if (ids.has(column)) return copier.id(column);
  if (column === "slug") return `'bench-' || ${number(7)}`;
  if (column === "sku") return `'B' || ${number(2)} || substr(sku, 7)`;
  if (column === "barcode") return `cast(cast(barcode as bigint) + ${further} * 10 as text)`;
  if (column === "published_at") return copier.later(column, `${further} * ${BETWEEN_MS / 60_000}`);
  return column;
}
