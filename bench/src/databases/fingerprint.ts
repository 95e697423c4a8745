/** What a filled catalogue depends on: its parameters, the tables, and the code that writes the rows. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DRAFTS_VERSION } from "../catalogue/drafts.ts";
import type { CatalogueSize } from "../catalogue/fill.ts";
import { apiFolder, migrationsFolder } from "../places.ts";

export function fingerprintOf(size: CatalogueSize): string {
  const hash = createHash("sha256").update(JSON.stringify({ size, DRAFTS_VERSION }));
  for (const folder of [migrationsFolder, apiFolder]) {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    for (const name of names.filter(isCode).sort()) {
      hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

const isCode = (name: string): boolean =>
  /\.(sql|js|ts)$/.test(name) && !/\.(d|test)\.ts$/.test(name);
