/** The catalogue as a file, made while it is sent: nothing of it is held. */
import type { Context } from "../../kernel/context.ts";
import { writeJsonLines } from "../formats/write-json-lines.ts";
import { writeShopifyCsv } from "../formats/write-shopify-csv.ts";

export const exportFormats = ["shopify_csv", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Products that are not in the bin, oldest first. Read page by page: changes meanwhile may be in it. */
export const exportProducts = (ctx: Context, format: ExportFormat): AsyncGenerator<string> =>
  format === "jsonl" ? writeJsonLines(ctx) : writeShopifyCsv(ctx);
