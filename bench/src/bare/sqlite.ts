/** better-sqlite3 with Souk's own settings for safety and memory. */
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import type { Driver, Tx, Value } from "./driver.ts";

const BUSY_MS = 10_000;

export function openSqlite(url: string): Driver {
  const file = url.startsWith("file:///") ? fileURLToPath(url) : url.slice("file:".length);
  const database = new Database(file, { timeout: BUSY_MS });
  for (const pragma of [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",
    "mmap_size = 268435456",
  ]) {
    database.pragma(pragma);
  }
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const prepared = (text: string): Database.Statement<unknown[]> => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = database.prepare<unknown[]>(text);
    statements.set(text, statement);
    return statement;
  };
  const tx: Tx = {
    engine: "sqlite",
    all<Row>(text: string, values: readonly Value[]) {
      const statement = prepared(text);
      const bound = values.map((value) => (typeof value === "boolean" ? Number(value) : value));
      if (statement.reader) return statement.all(...bound) as Row[];
      statement.run(...bound);
      return [];
    },
  };
  return {
    ...tx,
    close: async () => {
      database.close();
    },
    // Nothing in `work` waits for anything but this driver, which never waits: no other request
    // comes in between. If one did, BEGIN would fail.
    async transaction(work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = await work(tx);
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (database.inTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}
