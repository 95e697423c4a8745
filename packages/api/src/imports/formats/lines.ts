/** A text file line by line, read piece by piece. */
import type { FileSource } from "./records.ts";

/** A longer line is no record but a broken file. */
const MAX_LINE_CHARACTERS = 4_000_000;

export interface Line {
  /** The first is 1. */
  readonly row: number;
  readonly text: string;
  /** Its bytes were no UTF-8, or it was too long to be read whole. */
  readonly isBroken: boolean;
}

/** Empty lines are left out, but counted. */
export async function* linesOf(source: FileSource): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8");
  let row = 0;
  let rest = "";
  const lineOf = (text: string): Line => {
    row += 1;
    const isBroken = text.includes("\ufffd") || text.length > MAX_LINE_CHARACTERS;
    return { row, text: text.trim(), isBroken };
  };
  for await (const piece of source) {
    rest += typeof piece === "string" ? piece : decoder.decode(piece, { stream: true });
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.map(lineOf)) if (line.text !== "") yield line;
    if (rest.length > MAX_LINE_CHARACTERS) {
      yield lineOf(rest);
      return;
    }
  }
  const last = lineOf(rest + decoder.decode());
  if (last.text !== "") yield last;
}
