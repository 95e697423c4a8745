/** SQLite's catalogue: filled once for each set of parameters, kept, and copied for each run. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type CatalogueSize, fill } from "../catalogue/fill.ts";
import { resultsFolder } from "../places.ts";
import { type BenchDatabase, withServices } from "./database.ts";
import { fingerprintOf } from "./fingerprint.ts";

export async function prepareSqlite(
  size: CatalogueSize,
  progress: (text: string) => void,
): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "souk-bench-"));
  const cached = await cachedCatalogue(size, folder, progress);
  const [souk, bare] = ["souk.db", "bare.db"].map((name) => join(folder, name));
  if (souk === undefined || bare === undefined) throw new Error("unreachable");
  for (const file of [souk, bare]) copyFileSync(cached, file);
  return {
    engine: "sqlite",
    version: versionOf(),
    soukUrl: `file:${souk}`,
    bareUrl: `file:${bare}`,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function cachedCatalogue(
  size: CatalogueSize,
  folder: string,
  progress: (text: string) => void,
): Promise<string> {
  const cache = join(resultsFolder, "cache");
  const file = join(cache, `catalogue-${fingerprintOf(size)}.db`);
  if (existsSync(file)) {
    progress("from the cache");
    return file;
  }
  progress(`saving ${size.products} products through the services`);
  mkdirSync(cache, { recursive: true });
  const unfinished = join(folder, "catalogue.db");
  await withServices(`file:${unfinished}`, folder, (services) => fill(services, size));
  // Closing has moved the log into the file; whoever renames it finds it whole.
  const beside = `${file}.${process.pid}`;
  copyFileSync(unfinished, beside);
  renameSync(beside, file);
  removeOldest(cache);
  return file;
}

function versionOf(): string {
  const database = new Database(":memory:");
  try {
    return `SQLite ${String(database.prepare("select sqlite_version()").pluck().get())}`;
  } finally {
    database.close();
  }
}

/** Each change of the code that fills it makes another catalogue. */
const KEPT = 4;

function removeOldest(cache: string): void {
  const files = readdirSync(cache).map((name) => join(cache, name));
  const newestFirst = files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of newestFirst.slice(KEPT)) rmSync(file);
}
