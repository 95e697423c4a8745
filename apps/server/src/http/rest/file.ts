/** A file that a procedure makes in parts, sent as they are made: nobody holds the whole. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FilePart } from "@souk/api/contracts/imports";
import type { Response } from "express";

/** `types` tells the media type by the input's `format`. Throws before anything is sent, or not at all. */
export async function sendFile(
  res: Response,
  types: Readonly<Record<string, string>>,
  input: object,
  part: (input: object) => Promise<unknown>,
): Promise<void> {
  const first = (await part(input)) as FilePart;
  const type = types[String(Reflect.get(input, "format"))] ?? "application/octet-stream";
  const ending = type === "text/csv" ? "csv" : "jsonl";
  res.status(200).set({
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="products.${ending}"`,
  });
  try {
    await pipeline(Readable.from(partsAfter(first, input, part)), res);
  } catch {
    // The answer has begun: a broken connection is all that can still tell of it.
    res.destroy();
  }
}

async function* partsAfter(
  first: FilePart,
  input: object,
  part: (input: object) => Promise<unknown>,
): AsyncGenerator<string> {
  let current = first;
  for (;;) {
    if (current.text !== "") yield current.text;
    if (current.next_cursor === null) return;
    current = (await part({ ...input, cursor: current.next_cursor })) as FilePart;
  }
}
