/**
 * Products from a Shopify CSV file, old template or new.
 *
 * Kept: handle, title, description (sanitised), vendor, type, tags, published and status, options,
 * variants with SKU, barcode, price, compare-at price, grams, stock, back-orders, shipping and tax flags,
 * pictures by URL with position and text, variant pictures, SEO title and description.
 *
 * There is no place for, and so not read: Variant Fulfillment Service, Variant Weight Unit (grams say it
 * all), Variant Tax Code, Gift Card, Cost per item, Google Shopping fields, Product Category, Collection,
 * prices of other markets, metafields.
 */
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { SaveOutcome } from "../service/save-product.ts";
import { saveProduct } from "../service/save-product.ts";
import { CellReader, type RowProblem, SheetRow } from "./cells.ts";
import { type Columns, columnsOf, nameOf } from "./columns.ts";
import { type ReadProduct, readProduct } from "./product-rows.ts";
import { BrokenCsv, type CsvRecord, type CsvSource, recordsOf } from "./records.ts";

export type { RowProblem } from "./cells.ts";
export type { CsvSource } from "./records.ts";

export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Why products are not in: each bad cell. */
  readonly failed: readonly RowProblem[];
  /** What is in, though not to the letter of the file. */
  readonly warnings: readonly RowProblem[];
}

export interface ImportOptions {
  /** Judges everything and keeps nothing. */
  readonly dryRun?: boolean;
  /** Called after each group of products. */
  readonly onProgress?: (progress: { readonly rows: number; readonly products: number }) => void;
}

/** Products of one commit: few enough that others get their turn, enough to be quick. */
const GROUP = 25;

/** Good products go in whatever is wrong with others; the same file again changes nothing. */
export async function importShopifyCsv(
  ctx: Context,
  source: CsvSource,
  { dryRun = false, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  const cells = new CellReader(ctx.store.currency);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const failed: RowProblem[] = [];
  let group: ReadProduct[] = [];
  let products = 0;
  const flush = async (row: number): Promise<void> => {
    const saved = await saveGroup(ctx, group, dryRun);
    for (const outcome of saved.outcomes) counts[outcome] += 1;
    failed.push(...saved.failed);
    products += group.length;
    group = [];
    onProgress?.({ rows: row, products });
  };
  let last = 1;
  for await (const rows of productsOf(source, failed)) {
    const before = cells.problems.length;
    const product = readProduct(rows, cells);
    if (cells.problems.length === before) group.push(product);
    last = rows.at(-1)?.row ?? last;
    if (group.length === GROUP) await flush(last);
  }
  await flush(last);
  failed.push(...cells.problems);
  failed.sort((a, b) => a.row - b.row);
  return { ...counts, failed, warnings: cells.warnings };
}

type ProductRows = [SheetRow, ...SheetRow[]];

/** The rows of each product in turn. A product that the file breaks off in is left out. */
async function* productsOf(source: CsvSource, failed: RowProblem[]): AsyncGenerator<ProductRows> {
  const seen = new Map<string, number>();
  let columns: Columns | undefined;
  let current: ProductRows | undefined;
  try {
    for await (const record of recordsOf(source)) {
      if (columns === undefined) {
        columns = readHeader(record, failed);
        if (columns === undefined) return;
        continue;
      }
      const row = new SheetRow(record.row, record.cells, columns);
      const handle = row.text("handle");
      if (current !== undefined && handle === current[0].text("handle")) {
        current.push(row);
        continue;
      }
      const complaint = complaintOf(row, seen.get(handle));
      if (complaint !== undefined) {
        failed.push(complaint);
        continue;
      }
      if (current !== undefined) yield current;
      seen.set(handle, row.row);
      current = [row];
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error;
    const lost =
      current === undefined ? "" : ` ${current[0].text("handle")} may be cut off there: left out.`;
    const column = columns === undefined ? "Handle" : nameOf(columns, "handle");
    failed.push({
      row: error.row,
      column,
      message: `${error.message} Nothing after it was read.${lost}`,
    });
    return;
  }
  if (columns === undefined)
    failed.push({ row: 1, column: "Handle", message: "The file is empty." });
  if (current !== undefined) yield current;
}

function readHeader({ row, cells }: CsvRecord, failed: RowProblem[]): Columns | undefined {
  const columns = columnsOf(cells);
  if (columns.has("handle")) return columns;
  const message =
    cells.length === 1 && cells[0]?.includes(";")
      ? "The columns are parted by semicolons. Save the file with commas."
      : "The first row has no column Handle: this is not a Shopify product file.";
  failed.push({ row, column: "Handle", message });
  return undefined;
}

function complaintOf(row: SheetRow, seenAt: number | undefined): RowProblem | undefined {
  const handle = row.text("handle");
  if (handle === "") return row.problem("handle", "The handle is missing.");
  if (seenAt === undefined) return undefined;
  const message = `${handle} began in row ${seenAt}. The rows of a product must stand together.`;
  return row.problem("handle", message);
}

interface Saved {
  readonly outcomes: readonly SaveOutcome[];
  readonly failed: readonly RowProblem[];
}

/** Carries what a dry run found out of the unit of work that it undoes. */
class Undo extends Error {
  readonly saved: Saved;

  constructor(saved: Saved) {
    super("a dry run keeps nothing");
    this.saved = saved;
  }
}

/** One unit of work, in which each product stands or falls by itself. */
async function saveGroup(
  ctx: Context,
  group: readonly ReadProduct[],
  dryRun: boolean,
): Promise<Saved> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      const outcomes: SaveOutcome[] = [];
      const failed: RowProblem[] = [];
      for (const { draft, problemAt } of group) {
        try {
          outcomes.push(await saveProduct(ctx, draft));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          const fields = Object.entries(error.fields ?? { slug: [error.message] });
          failed.push(
            ...fields.flatMap(([field, messages]) =>
              messages.map((message) => problemAt(field, message)),
            ),
          );
        }
      }
      if (dryRun) throw new Undo({ outcomes, failed });
      return { outcomes, failed };
    });
  } catch (error) {
    if (error instanceof Undo) return error.saved;
    throw error;
  }
}
