/** Databases for tests: real, migrated, thrown away. Never mocked. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../database.ts";
import type { Engine } from "../dialect.ts";
import { openDatabase } from "../open.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { copyTemplate, prepareTemplate } from "./template.ts";

export { type PostgresServer, startPostgres };

/** Where the test set-up leaves the server's URL for the test files. */
export const SERVER_URL_VARIABLE = "SOUK_TEST_SERVER_URL";

export const engines: readonly Engine[] = ["sqlite", "postgres"];

/** For vitest's `globalSetup`: one PostgreSQL for the run. */
export async function setUpPostgres(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await prepareTemplate(server.url);
  process.env[SERVER_URL_VARIABLE] = server.url;
  return () => server.stop();
}

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** `file` where several processes share the database; PostgreSQL always can. */
  readonly sqlite?: "memory" | "file";
  /** Without tables, to test migrations. */
  readonly empty?: boolean;
}

/** A migrated database of its own. */
export async function openTestDatabase(
  engine: Engine,
  { sqlite = "memory", empty = false }: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  if (engine === "postgres") return openPostgresCopy(empty);
  const folder = sqlite === "file" ? mkdtempSync(join(tmpdir(), "souk-sqlite-")) : undefined;
  const url = folder === undefined ? ":memory:" : `file:${join(folder, "souk.db")}`;
  const database = openDatabase(url);
  if (!empty) await database.migrate();
  return {
    url,
    database,
    async close() {
      await database.close();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgresCopy(empty: boolean): Promise<TestDatabase> {
  const serverUrl = process.env[SERVER_URL_VARIABLE];
  if (serverUrl === undefined) throw new Error("setUpPostgres has not run: see vitest.config.ts");
  const copy = await (empty ? copyTemplate(serverUrl, "") : copyTemplate(serverUrl));
  const database = openDatabase(copy.url);
  return {
    url: copy.url,
    database,
    async close() {
      await database.close();
      await copy.drop();
    },
  };
}
