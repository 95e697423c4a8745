// Facts of this checkout that every script needs: where it lies and what its settings say.
// It starts no process.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as util from "node:util";
import { Failure } from "./steps.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const envFile = path.join(root, ".env");

// Node says so aloud when a file that it may leave out is not there.
export const envFileFlags = () => (existsSync(envFile) ? [`--env-file=${envFile}`] : []);

// The same order of precedence as node --env-file: the environment wins over the file.
export function readSettings() {
  if (!existsSync(envFile)) return process.env;
  if (!util.parseEnv) throw new Failure("Reading .env needs Node 20.12 or newer: update Node.");
  return { ...util.parseEnv(readFileSync(envFile, "utf8")), ...process.env };
}

// A demo store appears by itself only where nothing real can be hurt by it.
export function withDemo(settings) {
  const environment = settings.SOUK_ENV || "development";
  const seed = settings.SOUK_SEED_DEMO ?? (environment === "development" ? "true" : undefined);
  return { SOUK_ENV: environment, ...(seed && { SOUK_SEED_DEMO: seed }) };
}
