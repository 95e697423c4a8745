/** Where things lie in this checkout, whether the server runs from `src` or from `dist`. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder apps/server. */
export const serverFolder = fileURLToPath(new URL("..", import.meta.url));

/** The repository's root, unless SOUK_ROOT names another. */
export const repositoryFolder = join(serverFolder, "..", "..");

/** The browser sample as its own build leaves it. */
export const sampleFolder = join(serverFolder, "..", "web-sample", "dist");

const require = createRequire(import.meta.url);

/** The folder of an installed package, wherever pnpm keeps it. */
export const packageFolder = (name: string): string =>
  dirname(require.resolve(`${name}/package.json`));

export function serverVersion(): string {
  const text = readFileSync(join(serverFolder, "package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
