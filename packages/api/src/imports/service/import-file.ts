/** A whole file into the store in one go, for the command line: what has become of it is told at the end. */
import type { Context } from "../../kernel/context.ts";
import type { Mapping } from "../contract.ts";
import { readJsonLines } from "../formats/json-lines.ts";
import { readMapped } from "../formats/mapped-json.ts";
import type { FileSource } from "../formats/records.ts";
import { readShopifyCsv } from "../formats/shopify-csv.ts";
import { type Intake, type RowProblem, takeIn } from "./intake.ts";

/** How a file is to be read. */
export type ImportFormat =
  | { readonly kind: "shopify_csv" }
  | { readonly kind: "jsonl" }
  | { readonly kind: "mapped_json"; readonly mapping: Mapping };

/** `reference`: what its stock movements and prices name, when not just the format. */
export const readerOf = (
  format: ImportFormat,
  source: FileSource,
  currency: string,
  reference?: string,
) => {
  if (format.kind === "shopify_csv") return readShopifyCsv(source, currency, reference);
  if (format.kind === "jsonl") return readJsonLines(source, currency, reference);
  return readMapped(source, format.mapping, currency, reference);
};

export interface ImportOptions {
  readonly format?: ImportFormat;
  /** Judges everything and keeps nothing. */
  readonly dryRun?: boolean;
  /** Called after each group. */
  readonly onProgress?: (progress: { readonly rows: number; readonly records: number }) => void;
}

/** Good records go in whatever is wrong with others; the same file again changes nothing. */
export async function importFile(
  ctx: Context,
  source: FileSource,
  { format = { kind: "shopify_csv" }, dryRun = false, onProgress }: ImportOptions = {},
): Promise<Intake> {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  const failed: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  let records = 0;
  for await (const group of takeIn(ctx, readerOf(format, source, ctx.store.currency), { dryRun })) {
    for (const key of ["created", "updated", "unchanged", "refused"] as const) {
      counts[key] += group[key];
    }
    failed.push(...group.failed);
    warnings.push(...group.warnings);
    records += group.records;
    onProgress?.({ rows: group.row, records });
  }
  failed.sort((a, b) => a.row - b.row);
  return { ...counts, failed, warnings };
}
