/** `export products FILE`: all products of the store into a file. */
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { imports } from "@souk/api";
import type { ExportFormat } from "@souk/api/contracts/imports";
import type { Services } from "../services.ts";
import type { Output } from "./progress.ts";

export interface ExportCommand {
  readonly file: string;
  readonly format: ExportFormat;
}

/** Under another name until it is whole: what stands at `file` is never half a catalogue. */
export async function exportProducts(
  services: Pick<Services, "systemContext">,
  { file, format }: ExportCommand,
  output: Output,
): Promise<true> {
  const unfinished = `${file}.unfinished`;
  const text = imports.exportProducts(services.systemContext(), format);
  await pipeline(Readable.from(text), createWriteStream(unfinished));
  await rename(unfinished, file);
  output.write(`Wrote ${file}\n`);
  return true;
}
