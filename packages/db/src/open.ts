/** `DATABASE_URL` alone chooses the engine. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import type { Engine } from "./dialect.ts";
import { openPostgres } from "./postgres/open.ts";
import { openSqlite } from "./sqlite/open.ts";

export interface OpenOptions {
  /** PostgreSQL connections of one store's pool. */
  readonly poolSize?: number;
}

/** `postgres://…` and `postgresql://…` are PostgreSQL; `file:…` and `:memory:` are SQLite. */
export function engineOf(url: string): Engine {
  if (/^postgres(ql)?:\/\//.test(url)) return "postgres";
  if (url === ":memory:" || url.startsWith("file:")) return "sqlite";
  throw new Error("a database URL begins with postgres://, postgresql:// or file:, or is :memory:");
}

export function openDatabase(url: string, options: OpenOptions = {}): Database {
  if (engineOf(url) === "postgres") return openPostgres({ url, ...options });
  if (url === ":memory:") return openSqlite({ file: url });
  // `file:relative/path` as well as a full file URL.
  const file = url.startsWith("file:///") ? fileURLToPath(url) : url.slice("file:".length);
  mkdirSync(dirname(file), { recursive: true });
  return openSqlite({ file });
}
