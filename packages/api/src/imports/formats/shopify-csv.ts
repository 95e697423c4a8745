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
import { saveProduct } from "../../products/service/index.ts";
import type { ReadRecord, RowProblem } from "../service/intake.ts";
import { CellReader, SheetRow } from "./cells.ts";
import { type Columns, columnsOf, nameOf } from "./columns.ts";
import { readProduct } from "./product-rows.ts";
import { BrokenCsv, type CsvRecord, type FileSource, recordsOf } from "./records.ts";

/** Good products go in whatever is wrong with others; the same file again changes nothing. */
export async function* readShopifyCsv(
  source: FileSource,
  currency: string,
  reference = "shopify-csv",
): AsyncGenerator<ReadRecord> {
  for await (const rows of productsOf(source)) {
    if ("message" in rows) {
      yield refused(rows);
      continue;
    }
    const cells = new CellReader(currency);
    const { draft, problemAt } = readProduct(rows, cells, reference);
    const { problems, warnings } = cells;
    yield {
      row: rows.at(-1)?.row ?? 0,
      problems,
      warnings,
      save: (ctx) => saveProduct(ctx, draft),
      problemAt,
    };
  }
}

function refused(problem: RowProblem): ReadRecord {
  return {
    row: problem.row,
    problems: [problem],
    warnings: [],
    save: async () => "unchanged",
    problemAt: () => problem,
  };
}

type ProductRows = [SheetRow, ...SheetRow[]];

/** The rows of each product in turn, and what is none. A product that the file breaks off in is left out. */
async function* productsOf(source: FileSource): AsyncGenerator<ProductRows | RowProblem> {
  const seen = new Map<string, number>();
  let columns: Columns | undefined;
  let current: ProductRows | undefined;
  try {
    for await (const record of recordsOf(source)) {
      if (columns === undefined) {
        const header = readHeader(record);
        if ("message" in header) {
          yield header;
          return;
        }
        columns = header;
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
        yield complaint;
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
    yield {
      row: error.row,
      column,
      message: `${error.message} Nothing after it was read.${lost}`,
    };
    return;
  }
  if (columns === undefined) yield { row: 1, column: "Handle", message: "The file is empty." };
  if (current !== undefined) yield current;
}

function readHeader({ row, cells }: CsvRecord): Columns | RowProblem {
  const columns = columnsOf(cells);
  if (columns.has("handle")) return columns;
  const message =
    cells.length === 1 && cells[0]?.includes(";")
      ? "The columns are parted by semicolons. Save the file with commas."
      : "The first row has no column Handle: this is not a Shopify product file.";
  return { row, column: "Handle", message };
}

function complaintOf(row: SheetRow, seenAt: number | undefined): RowProblem | undefined {
  const handle = row.text("handle");
  if (handle === "") return row.problem("handle", "The handle is missing.");
  if (seenAt === undefined) return undefined;
  const message = `${handle} began in row ${seenAt}. The rows of a product must stand together.`;
  return row.problem("handle", message);
}
