/**
 * Writes the next migration of both dialects from the table definitions:
 * `pnpm generate add_brands`. Renames are written as drop and add: edit them by hand before committing.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { drift, snapshotFile } from "../src/migrate/drift.ts";
import { migrationsFolder, STATEMENT_BREAK } from "../src/migrate/files.ts";

const [title] = process.argv.slice(2);
if (title === undefined || !/^[a-z0-9_]+$/.test(title)) {
  throw new Error("name the migration in snake_case: generate add_brands");
}
for (const engine of ["sqlite", "postgres"] as const) {
  const { statements, snapshot } = await drift(engine);
  if (statements.length === 0) {
    process.stdout.write(`${engine}: nothing to do\n`);
    continue;
  }
  const folder = migrationsFolder(engine);
  const count = readdirSync(folder).filter((name) => name.endsWith(".sql")).length;
  const name = `${String(count + 1).padStart(4, "0")}_${title}.sql`;
  writeFileSync(`${folder}${name}`, `${statements.join(`\n${STATEMENT_BREAK}\n`)}\n`);
  writeFileSync(snapshotFile(engine), `${JSON.stringify(snapshot, null, 2)}\n`);
  process.stdout.write(`${engine}: ${name}, ${statements.length} statements\n`);
}
