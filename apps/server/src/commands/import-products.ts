/** `import products FILE`: a file's products into the store. */
import { createReadStream } from "node:fs";
import { access, constants, readFile } from "node:fs/promises";
import { imports } from "@souk/api";
import { Mapping } from "@souk/api/contracts/imports";
import type { Services } from "../services.ts";
import { type Output, openProgress } from "./progress.ts";

/** More than a person reads; the summary tells how many there are. */
const MAX_SHOWN = 100;

export interface ImportCommand {
  readonly file: string;
  readonly format: "shopify_csv" | "jsonl" | "mapped_json";
  /** The file that holds it, for `mapped_json`. */
  readonly mapping: string | undefined;
  readonly dryRun: boolean;
}

/** Answers whether every product of the file went in. */
export async function importProducts(
  services: Pick<Services, "systemContext">,
  command: ImportCommand,
  output: Output,
): Promise<boolean> {
  const { file, dryRun } = command;
  await mustBeThere(file);
  const format = await formatOf(command);
  const progress = openProgress(output);
  const source = createReadStream(file);
  const result = await imports.importFile(services.systemContext(), source, {
    format,
    dryRun,
    onProgress: ({ rows, records }) =>
      progress.update(`Read ${rows} rows, ${records} products and categories`),
  });
  progress.clear();
  output.write(summaryOf(result, dryRun));
  return result.failed.length === 0;
}

async function mustBeThere(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw new Error(`${file} cannot be read: is it there?`);
  });
}

async function formatOf({ format, mapping }: ImportCommand): Promise<imports.ImportFormat> {
  if (format !== "mapped_json") return { kind: format };
  const file = mapping ?? "";
  await mustBeThere(file);
  const parsed = Mapping.safeParse(jsonOf(await readFile(file, "utf8")));
  if (parsed.success) return { kind: format, mapping: parsed.data };
  const [issue] = parsed.error.issues;
  throw new Error(`${file} is no mapping: ${issue?.path.join(".")}: ${issue?.message}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function summaryOf(result: imports.Intake, dryRun = false): string {
  const { created, updated, unchanged, failed, warnings } = result;
  const done = dryRun ? "Would be created" : "Created";
  const lines = [
    `${done}: ${created}, updated: ${updated}, unchanged: ${unchanged}, errors: ${failed.length}`,
    ...problemLines("Errors", failed),
    ...problemLines("Taken in with a change", warnings),
  ];
  if (dryRun) lines.push("This was a dry run: nothing was stored.");
  return `${lines.join("\n")}\n`;
}

function problemLines(title: string, problems: readonly imports.RowProblem[]): string[] {
  if (problems.length === 0) return [];
  const shown = problems
    .slice(0, MAX_SHOWN)
    .map(
      ({ row, column, message }) => `  row ${row}${column === "" ? "" : `, ${column}`}: ${message}`,
    );
  const more = problems.length - shown.length;
  return [`${title}:`, ...shown, ...(more === 0 ? [] : [`  and ${more} more`])];
}
