/** What stands between the table definitions and the newest snapshot of their migrations. */

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Engine } from "../dialect.ts";
import "../schema/index.ts";
import { tables } from "../table.ts";
import { migrationsFolder } from "./files.ts";

type DrizzleKit = typeof import("drizzle-kit/api");

export interface Drift {
  /** DDL that would bring a migrated database to the definitions. Empty when they agree. */
  readonly statements: readonly string[];
  /** The definitions as a snapshot, to be stored with the next migration. */
  readonly snapshot: object;
}

export const snapshotFile = (engine: Engine): string => `${migrationsFolder(engine)}snapshot.json`;

export async function drift(engine: Engine): Promise<Drift> {
  // drizzle-kit is CommonJS and a development dependency: loaded only where migrations are made.
  const kit = createRequire(import.meta.url)("drizzle-kit/api") as DrizzleKit;
  return engine === "postgres" ? postgresDrift(kit) : sqliteDrift(kit);
}

const stored = <T>(engine: Engine, empty: T): T => {
  const file = snapshotFile(engine);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : empty;
};

async function postgresDrift(kit: DrizzleKit): Promise<Drift> {
  const before = stored("postgres", kit.generateDrizzleJson({}));
  const imports = Object.fromEntries(tables.map((table) => [table.name, table.pg]));
  const snapshot = kit.generateDrizzleJson(imports, before.id);
  const statements = await kit.generateMigration(before, snapshot);
  return { statements: statements.flatMap(forced), snapshot };
}

async function sqliteDrift(kit: DrizzleKit): Promise<Drift> {
  const before = stored("sqlite", await kit.generateSQLiteDrizzleJson({}));
  const imports = Object.fromEntries(tables.map((table) => [table.name, table.lite]));
  const snapshot = await kit.generateSQLiteDrizzleJson(imports, before.id);
  const statements = await kit.generateSQLiteMigration(before, snapshot);
  const columnsBefore = (table: string) => Object.keys(before.tables[table]?.columns ?? {});
  return {
    statements: statements.map(strict).map((text) => copying(text, columnsBefore)),
    snapshot,
  };
}

/** Row-level security binds the owner of the tables too: most deployments connect as the owner. */
const forced = (statement: string): readonly string[] => {
  const enabled = /^ALTER TABLE ("\w+") ENABLE ROW LEVEL SECURITY;?$/.exec(statement.trim());
  return enabled === null
    ? [statement]
    : [statement, `ALTER TABLE ${enabled[1]} FORCE ROW LEVEL SECURITY;`];
};

/** STRICT makes SQLite refuse a value of the wrong type. */
const strict = (statement: string): string =>
  /^CREATE TABLE/.test(statement) ? statement.trimEnd().replace(/\);?$/, ") STRICT;") : statement;

/** A rebuilt table is filled from the old one, which does not have the new columns: they get their defaults. */
function copying(statement: string, columnsOf: (table: string) => readonly string[]): string {
  const copy = /^INSERT INTO `(\w+)`\(([^)]*)\) SELECT [^;]* FROM `(\w+)`;?$/.exec(
    statement.trim(),
  );
  const [, target = "", list = "", source = ""] = copy ?? [];
  if (copy === null) return statement;
  const known = new Set(columnsOf(source));
  const kept = list.split(", ").filter((name) => known.has(name.replaceAll('"', "")));
  const columns = kept.join(", ");
  return `INSERT INTO \`${target}\`(${columns}) SELECT ${columns} FROM \`${source}\`;`;
}
