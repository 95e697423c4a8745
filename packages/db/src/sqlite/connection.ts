/** One better-sqlite3 connection and its compiled statements. Knows nothing of transactions. */
import Database from "better-sqlite3";
import type { RowShape } from "../session.ts";

const MAX_STATEMENTS = 512;
const CACHE_KIB = 65_536;
const MMAP_BYTES = 268_435_456;

export type Synchronous = "OFF" | "NORMAL" | "FULL";

export interface ConnectionOptions {
  readonly file: string;
  readonly readonly: boolean;
  readonly synchronous: Synchronous;
}

type Statement = Database.Statement<unknown[]>;

export class SqliteConnection {
  readonly raw: Database.Database;
  readonly #statements = new Map<string, Statement>();

  constructor({ file, readonly, synchronous }: ConnectionOptions) {
    // A timeout of 0: waiting for another process's lock must not block the event loop.
    this.raw = new Database(file, { readonly, timeout: 0 });
    if (!readonly) {
      if (file !== ":memory:") this.#pragmaPatiently("journal_mode = WAL");
      // NORMAL, the library's default, loses acknowledged commits in a power cut.
      this.raw.pragma(`synchronous = ${synchronous}`);
    }
    this.raw.pragma("foreign_keys = ON");
    this.raw.pragma("temp_store = MEMORY");
    this.raw.pragma(`cache_size = -${CACHE_KIB}`);
    if (file !== ":memory:") this.raw.pragma(`mmap_size = ${MMAP_BYTES}`);
  }

  /** Turning WAL on needs an exclusive lock; another process may be doing the same right now. */
  #pragmaPatiently(pragma: string): void {
    this.raw.pragma("busy_timeout = 10000");
    this.raw.pragma(pragma);
    this.raw.pragma("busy_timeout = 0");
  }

  isReadOnly(text: string): boolean {
    return this.#prepared(text).readonly;
  }

  run(text: string, params: readonly unknown[] = [], shape: RowShape = "arrays"): unknown[] {
    const statement = this.#prepared(text);
    const bound = params.map(toSqlite);
    if (!statement.reader) return Object.assign([], { count: statement.run(...bound).changes });
    const rows = statement.all(...bound) as unknown[][];
    if (shape === "arrays") return rows;
    const names = statement.columns().map(({ name }) => name);
    return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
  }

  #prepared(text: string): Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.raw.prepare<unknown[]>(text);
    if (statement.reader) statement.raw(true);
    if (this.#statements.size >= MAX_STATEMENTS) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(text, statement);
    return statement;
  }
}

function toSqlite(value: unknown): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value ?? null;
}
