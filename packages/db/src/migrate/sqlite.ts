/** Migrates SQLite in one transaction; its write lock keeps other processes waiting. */
import type Database from "better-sqlite3";
import { migrationFiles, pending } from "./files.ts";

interface Applied {
  name: string;
  hash: string;
}

export function migrateSqlite(raw: Database.Database): readonly string[] {
  // Only at start-up, so blocking the event loop while another node migrates is fine.
  raw.pragma("busy_timeout = 60000");
  // A table rebuild drops the old table, and that would cascade. Inside a transaction this
  // pragma does nothing, so it comes first.
  raw.pragma("foreign_keys = OFF");
  try {
    raw.exec("BEGIN IMMEDIATE");
    try {
      const names = apply(raw);
      raw.exec("COMMIT");
      return names;
    } catch (error) {
      raw.exec("ROLLBACK");
      throw error;
    }
  } finally {
    raw.pragma("foreign_keys = ON");
    raw.pragma("busy_timeout = 0");
  }
}

function apply(raw: Database.Database): readonly string[] {
  raw.exec(`create table if not exists schema_migrations (
    name text primary key, hash text not null, applied_at text not null default current_timestamp
  ) strict`);
  const rows = raw.prepare("select name, hash from schema_migrations").all() as Applied[];
  const files = pending(
    migrationFiles("sqlite"),
    new Map(rows.map(({ name, hash }) => [name, hash])),
  );
  const record = raw.prepare("insert into schema_migrations (name, hash) values (?, ?)");
  for (const { name, hash, statements } of files) {
    for (const statement of statements) raw.exec(statement);
    record.run(name, hash);
  }
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`a migration broke ${broken.length} foreign keys`);
  return files.map(({ name }) => name);
}
