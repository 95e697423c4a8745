/** The catalogue as a file, in parts: nothing of it is held. */
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { draftsOf, productsAfter } from "../../products/service/index.ts";
import type { ExportFormat, ExportInput, FilePart } from "../contract.ts";
import { jsonLinesHead, jsonLinesOf } from "../formats/write-json-lines.ts";
import { shopifyCsvHead, shopifyCsvOf } from "../formats/write-shopify-csv.ts";

/** Products that are not in the bin, oldest first. What changes between two parts may be in it. */
export async function exportPart(ctx: Context, input: ExportInput): Promise<FilePart> {
  const { format, cursor } = input;
  const after = cursor === undefined ? undefined : decodeCursor(format, "number", cursor).id;
  const ids = await productsAfter(ctx, after);
  const drafts = await draftsOf(ctx, ids);
  const head = cursor === undefined ? await headOf(ctx, format) : "";
  const last = ids.at(-1);
  return {
    text:
      head + (format === "jsonl" ? jsonLinesOf(drafts) : shopifyCsvOf(drafts, ctx.store.currency)),
    next_cursor: last === undefined ? null : encodeCursor(format, { key: 0, id: last }),
  };
}

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
