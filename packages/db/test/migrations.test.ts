/** Migrations: they match the definitions, and many nodes may run them at once. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { drift } from "../src/migrate/drift.ts";
import { migrationFiles, pending } from "../src/migrate/files.ts";
import { engines, openTestDatabase } from "../src/testing/index.ts";

const run = promisify(execFile);
const script = fileURLToPath(new URL("./migrate-process.ts", import.meta.url));

describe.each(engines)("the migrations of %s", (engine) => {
  it("bring a database to the table definitions, with nothing left to generate", async () => {
    expect((await drift(engine)).statements).toEqual([]);
  });

  it("are applied once when six processes start at once on an empty database", async () => {
    const test = await openTestDatabase(engine, { sqlite: "file", empty: true });
    const processes = Array.from({ length: 6 }, () =>
      run(process.execPath, ["--conditions=souk-source", script, test.url]),
    );
    const applied = (await Promise.all(processes)).map(({ stdout }) => Number(stdout));
    const all = migrationFiles(engine).length;
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, all]);
    await test.close();
  });

  it("change nothing when they run again", async () => {
    const test = await openTestDatabase(engine);
    expect(await test.database.migrate()).toEqual([]);
    await test.close();
  });
});

it("a migration that was edited after it ran is refused", () => {
  const files = [{ name: "0001_a", hash: "new", statements: [] }];
  expect(() => pending(files, new Map([["0001_a", "old"]]))).toThrow("0001_a was edited");
});

it("both dialects have the same migrations", () => {
  const names = engines.map((engine) => migrationFiles(engine).map(({ name }) => name));
  expect(names[0]).toEqual(names[1]);
});

it("every SQLite table is STRICT, so a value of the wrong type is refused", async () => {
  const test = await openTestDatabase("sqlite");
  const loose = await test.database.system.execute(sql`
    select name from pragma_table_list
    where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'
      and name not like 'search_index%' and name not like 'search_trigrams%'`);
  expect(loose).toEqual([]);
  await test.close();
});
