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

/** What a cursor goes on with: the products, and behind all of them what is told of them there. */
const PRODUCTS = 0;
const BEHIND = 1;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Products that are not in the bin, oldest first. What changes between two parts may be in it. */
export async function exportPart(ctx: Context, input: ExportInput): Promise<FilePart> {
  const { format, cursor } = input;
  const place = cursor === undefined ? undefined : decodeCursor(format, "number", cursor);
  const ids = await productsAfter(ctx, place?.id);
  if (format === "jsonl" && place?.key === BEHIND) {
    const text = ids.length === 0 ? await jsonLinesTail(ctx) : await jsonLinesBehind(ctx, ids);
    return { text, next_cursor: nextOf(format, BEHIND, ids.at(-1)) };
  }
  const drafts = await draftsOf(ctx, ids);
  const head = cursor === undefined ? await headOf(ctx, format) : "";
  const next =
    format === "jsonl" && ids.length === 0
      ? encodeCursor(format, { key: BEHIND, id: FIRST })
      : nextOf(format, PRODUCTS, ids.at(-1));
  return {
    text:
      head + (format === "jsonl" ? jsonLinesOf(drafts) : shopifyCsvOf(drafts, ctx.store.currency)),
    next_cursor: next,
  };
}

const nextOf = (format: ExportFormat, key: number, last: string | undefined): string | null =>
  last === undefined ? null : encodeCursor(format, { key, id: last });

const headOf = async (ctx: Context, format: ExportFormat): Promise<string> =>
  format === "jsonl" ? jsonLinesHead(ctx) : shopifyCsvHead();

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
