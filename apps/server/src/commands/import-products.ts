/** `import products FILE`: a Shopify product file into the store. */
import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { products } from "@souk/api";
import type { Services } from "../services.ts";
import { type Output, openProgress } from "./progress.ts";

/** More than a person reads; the summary tells how many there are. */
const MAX_SHOWN = 100;

/** Answers whether every product of the file went in. */
export async function importProducts(
  services: Pick<Services, "systemContext">,
  file: string,
  dryRun: boolean,
  output: Output,
): Promise<boolean> {
  await access(file, constants.R_OK).catch(() => {
    throw new Error(`${file} cannot be read: is it there?`);
  });
  const progress = openProgress(output);
  const source = createReadStream(file);
  const result = await products.importShopifyCsv(services.systemContext(), source, {
    dryRun,
    onProgress: ({ rows, products: count }) =>
      progress.update(`Read ${rows} rows, ${count} products`),
  });
  progress.clear();
  output.write(summaryOf(result, dryRun));
  return result.failed.length === 0;
}

export function summaryOf(result: products.ImportResult, dryRun = false): string {
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

function problemLines(title: string, problems: readonly products.RowProblem[]): string[] {
  if (problems.length === 0) return [];
  const shown = problems
    .slice(0, MAX_SHOWN)
    .map(({ row, column, message }) => `  row ${row}, ${column}: ${message}`);
  const more = problems.length - shown.length;
  return [`${title}:`, ...shown, ...(more === 0 ? [] : [`  and ${more} more`])];
}
