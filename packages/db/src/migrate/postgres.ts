/** Migrates PostgreSQL under an advisory lock, one transaction a file. */
import type postgres from "postgres";
import { migrationFiles, pending } from "./files.ts";

/** Any number that no other user of the database takes. */
const LOCK = 7_352_001;

export async function migratePostgres(pool: postgres.Sql): Promise<readonly string[]> {
  // A session lock belongs to one connection, so the whole run keeps one.
  const connection = await pool.reserve();
  try {
    await connection`set statement_timeout = 0`;
    await connection`set lock_timeout = '120s'`;
    await connection`select pg_advisory_lock(${LOCK})`;
    try {
      return await apply(connection);
    } finally {
      await connection`select pg_advisory_unlock(${LOCK})`;
      await connection`reset statement_timeout`;
      await connection`reset lock_timeout`;
    }
  } finally {
    connection.release();
  }
}

async function apply(connection: postgres.ReservedSql): Promise<readonly string[]> {
  await connection`create table if not exists schema_migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now()
  )`;
  const rows = await connection<{ name: string; hash: string }[]>`
    select name, hash from schema_migrations`;
  const files = pending(
    migrationFiles("postgres"),
    new Map(rows.map(({ name, hash }) => [name, hash])),
  );
  for (const { name, hash, statements } of files) {
    await connection.unsafe("begin");
    try {
      for (const statement of statements) await connection.unsafe(statement);
      await connection`insert into schema_migrations (name, hash) values (${name}, ${hash})`;
      await connection.unsafe("commit");
    } catch (error) {
      await connection.unsafe("rollback");
      throw error;
    }
  }
  return files.map(({ name }) => name);
}
