/** The catalogue as a file, in parts: nothing of it is held. */
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { draftsOf, productsAfter } from "../../products/service/index.ts";
import type { ExportFormat, ExportInput, FilePart } from "../contract.ts";
import {
  jsonLinesBehind,
  jsonLinesHead,
  jsonLinesOf,
  jsonLinesTail,
} from "../formats/write-json-lines.ts";
import { shopifyCsvHead, shopifyCsvOf } from "../formats/write-shopify-csv.ts";

/** Products that are not in the bin, oldest first. What changes between two parts may be in it. */
export async function exportPart(ctx: Context, input: ExportInput): Promise<FilePart> {
  const { format, cursor } = input;
  const { key: pass, id } =
    cursor === undefined
      ? { key: PRODUCTS, id: undefined }
      : decodeCursor(format, "number", cursor);
  const ids = await productsAfter(ctx, id);
  const last = ids.at(-1);
  const head = cursor === undefined ? await headOf(ctx, format) : "";
  const next =
    last === undefined ? nextPass(format, Number(pass)) : { key: Number(pass), id: last };
  return {
    text: head + (await partOf(ctx, { format, pass: Number(pass), ids })),
    next_cursor: next === null ? null : encodeCursor(format, next),
  };
}

/** JSON Lines go through the products twice: what names another stands behind them all. */
const PRODUCTS = 0;
const BEHIND = 1;

const nextPass = (format: ExportFormat, pass: number) =>
  format === "jsonl" && pass === PRODUCTS ? { key: BEHIND, id: BEFORE_ALL } : null;

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

const headOf = async (ctx: Context, format: ExportFormat): Promise<string> =>
  format === "jsonl" ? jsonLinesHead(ctx) : shopifyCsvHead();

interface Part {
  readonly format: ExportFormat;
  readonly pass: number;
  readonly ids: readonly string[];
}

async function partOf(ctx: Context, { format, pass, ids }: Part): Promise<string> {
  if (format === "shopify_csv") return shopifyCsvOf(await draftsOf(ctx, ids), ctx.store.currency);
  if (pass === PRODUCTS) return jsonLinesOf(await draftsOf(ctx, ids));
  return ids.length === 0 ? jsonLinesTail(ctx) : jsonLinesBehind(ctx, ids);
}

/** All parts, one after the other. */
export async function* exportProducts(ctx: Context, format: ExportFormat): AsyncGenerator<string> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const part: FilePart = await exportPart(
      ctx,
      cursor === undefined ? { format } : { format, cursor },
    );
    if (part.text !== "") yield part.text;
    cursor = part.next_cursor;
  }
}
