/** The migrations of one dialect, as they lie in `packages/db/migrations`. Append-only. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Engine } from "../dialect.ts";

export interface MigrationFile {
  readonly name: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

export const STATEMENT_BREAK = "--> statement-breakpoint";

export const migrationsFolder = (engine: Engine): string =>
  fileURLToPath(new URL(`../../migrations/${engine}/`, import.meta.url));

export function migrationFiles(engine: Engine): readonly MigrationFile[] {
  const folder = migrationsFolder(engine);
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(`${folder}${name}`, "utf8");
      return {
        name: name.slice(0, -".sql".length),
        hash: createHash("sha256").update(text).digest("hex"),
        statements: text
          .split(STATEMENT_BREAK)
          .map((part) => part.trim())
          .filter(Boolean),
      };
    });
}

/** Those not applied yet. One that was edited after it ran is an error: the schema is unknown. */
export function pending(
  files: readonly MigrationFile[],
  applied: ReadonlyMap<string, string>,
): readonly MigrationFile[] {
  for (const { name, hash } of files) {
    const known = applied.get(name);
    if (known !== undefined && known !== hash) {
      throw new Error(`migration ${name} was edited after it had been applied`);
    }
  }
  return files.filter(({ name }) => !applied.has(name));
}
