/** A CSV file as numbered records, read piece by piece: a file may be larger than the memory. */
import { CsvError, parse } from "csv-parse";

/** A file, as a stream or as its text. */
export type FileSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export interface CsvRecord {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** The file is no CSV from this row on. */
export class BrokenCsv extends Error {
  override readonly name = "BrokenCsv";
  readonly row: number;

  constructor(row: number, message: string) {
    super(message);
    this.row = row;
  }
}

/** An unclosed quote would otherwise take the whole rest of the file for one cell. */
const MAX_RECORD_BYTES = 4_000_000;

const explanations: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "A quotation mark is opened and never closed.",
  CSV_MAX_RECORD_SIZE: "This row is too long; perhaps a quotation mark is never closed.",
  CSV_INVALID_CLOSING_QUOTE: "A quotation mark stands inside a quoted cell. Double it.",
  INVALID_OPENING_QUOTE: "A quotation mark stands inside a cell that is not quoted.",
};

/** Yields every whole record, then throws `BrokenCsv` where the file goes on wrongly. */
export async function* recordsOf(source: FileSource): AsyncGenerator<CsvRecord> {
  const waiting: CsvRecord[] = [];
  let row = 0;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_BYTES,
    // Taken here and not from the stream, which would drop what it holds when an error comes.
    on_record: (cells: string[]) => {
      row += 1;
      if (cells.some((cell) => cell.trim() !== "")) waiting.push({ row, cells });
      return null;
    },
  });
  let failure: unknown;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.resume();
  const done = (give: (callback: (error?: Error | null) => void) => void): Promise<void> =>
    new Promise((resolve) => {
      give((error) => {
        failure ??= error ?? undefined;
        resolve();
      });
    });
  for await (const piece of source) {
    await done((callback) => parser.write(piece, callback));
    yield* waiting.splice(0);
    if (failure !== undefined) break;
  }
  if (failure === undefined) await done((callback) => parser.end(callback));
  yield* waiting.splice(0);
  if (failure === undefined) return;
  if (!(failure instanceof CsvError)) throw failure;
  throw new BrokenCsv(row + 1, explanations[failure.code] ?? "This is not a row of a CSV file.");
}
