/** SQLite's catalogue: filled once for each set of parameters, kept, and copied for each run. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type CatalogueSize, fill } from "../catalogue/fill.ts";
import { multiply } from "../catalogue/multiply.ts";
import { scratchFolder } from "../cleanup.ts";
import { resultsFolder } from "../places.ts";
import { type BenchDatabase, withServices } from "./database.ts";
import { fingerprintOf } from "./fingerprint.ts";

export async function prepareSqlite(
  size: CatalogueSize,
  progress: (text: string) => void,
): Promise<BenchDatabase> {
  const folder = scratchFolder();
  const cached = await cachedCatalogue(size, folder, progress);
  const copyOf = (name: string): string => {
    const copy = join(folder, name);
    copyFileSync(cached, copy);
    return `file:${copy}`;
  };
  return {
    engine: "sqlite",
    version: versionOf(),
    soukUrl: copyOf("souk.db"),
    bareUrl: copyOf("bare.db"),
    close: async () => undefined,
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
  await multiplyIn(unfinished, size.products);
  // Closing has moved the log into the file; whoever renames it finds it whole.
  const beside = `${file}.${process.pid}`;
  copyFileSync(unfinished, beside);
  renameSync(beside, file);
  removeOldest(cache);
  return file;
}

async function multiplyIn(file: string, products: number): Promise<void> {
  const database = new Database(file);
  try {
    await multiply(
      {
        id: (column) => `printf('%02x', copy + 1) || substr(${column}, 3)`,
        padded: (number) => `printf('%05d', ${number})`,
        later: (column, minutes) =>
          `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, (${minutes}) || ' minutes')`,
        columnsOf: async (table) =>
          database
            .prepare<[string], { name: string }>("select name from pragma_table_info(?)")
            .all(table)
            .map(({ name }) => name)
            .filter((name) => name !== "document_id"),
        run: async (statement) => void database.prepare(statement).run(),
      },
      products,
    );
    database.exec("analyze");
  } finally {
    database.close();
  }
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
