/** PostgreSQL's catalogue: an embedded server, or the one at BENCH_POSTGRES_URL (a superuser's URL). */
import { randomBytes } from "node:crypto";
import { type PostgresServer, startPostgres } from "@souk/db/testing";
import postgres from "postgres";
import { type CatalogueSize, fill } from "../catalogue/fill.ts";
import { type Copier, multiply } from "../catalogue/multiply.ts";
import { scratchFolder, undoable } from "../cleanup.ts";
import { type BenchDatabase, withServices } from "./database.ts";

/** No superuser: row-level security binds it as it binds a role in production. */
const ROLE = "souk_bench";

export async function preparePostgres(
  size: CatalogueSize,
  progress: (text: string) => void,
): Promise<BenchDatabase> {
  const server = await openServer();
  const run = randomBytes(4).toString("hex");
  const [template, souk, bare] = ["template", "souk", "bare"].map((part) => `bench_${run}_${part}`);
  if (template === undefined || souk === undefined || bare === undefined)
    throw new Error("unreachable");
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  const drop = undoable(async () => {
    for (const name of [souk, bare, template]) {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
    }
    await admin.end();
    await server.stop();
  });
  try {
    await makeRole(admin);
    await admin.unsafe(`create database ${template} owner ${ROLE}`);
    progress(`saving ${size.products} products through the services`);
    await fillTemplate(server.url, template, size);
    for (const name of [souk, bare]) {
      await admin.unsafe(`create database ${name} template ${template} owner ${ROLE}`);
    }
    return {
      engine: "postgres",
      version: await versionOf(admin),
      soukUrl: urlOf(server.url, souk),
      bareUrl: urlOf(server.url, bare),
      close: drop,
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function openServer(): Promise<PostgresServer> {
  const url = process.env["BENCH_POSTGRES_URL"];
  return url ? { url, stop: async () => undefined } : startPostgres();
}

async function makeRole(admin: postgres.Sql): Promise<void> {
  const [known] = await admin`select 1 from pg_roles where rolname = ${ROLE}`;
  if (known === undefined) await admin.unsafe(`create role ${ROLE} login password '${ROLE}'`);
}

async function fillTemplate(
  serverUrl: string,
  template: string,
  size: CatalogueSize,
): Promise<void> {
  const url = urlOf(serverUrl, template);
  await withServices(url, scratchFolder(), (services) => fill(services, size));
  // Row-level security shows a superuser all rows.
  const superuser = databaseOf(serverUrl, template);
  const admin = postgres(superuser, { max: 1, onnotice: () => undefined });
  await multiply(copierOf(admin), size.products);
  // What autovacuum does within minutes in production; a copy keeps the statistics.
  await admin.unsafe("vacuum (analyze)");
  await admin.end();
}

const copierOf = (admin: postgres.Sql): Copier => ({
  id: (column) => `(lpad(to_hex(copy + 1), 2, '0') || substr(${column}::text, 3))::uuid`,
  padded: (number) => `lpad(${number}::text, 5, '0')`,
  later: (column, minutes) => `${column} + (${minutes}) * interval '1 minute'`,
  columnsOf: async (table) => {
    const columns = await admin<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'
      order by ordinal_position`;
    return columns.map(({ name }) => name);
  },
  run: async (statement) => void (await admin.unsafe(statement)),
});

async function versionOf(admin: postgres.Sql): Promise<string> {
  const [row] = await admin`show server_version`;
  return `PostgreSQL ${String(row?.["server_version"])}`;
}

function databaseOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(databaseOf(serverUrl, database));
  url.username = ROLE;
  url.password = ROLE;
  return url.toString();
}
