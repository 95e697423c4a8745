/** Where things lie, whether the packages are taken from their builds or, by a condition, from their sources. */
import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const resultsFolder = here("../results");
export const migrationsFolder = here("../../packages/db/migrations/sqlite");

/** The server's program beside its front door. */
export const soukMain = fileURLToPath(import.meta.resolve("@souk/server")).replace(
  /index\.(ts|js)$/,
  "main.$1",
);
export const bareMain = here("bare/main.ts");

/** Child processes resolve packages as this one does. */
export const nodeArguments: readonly string[] = process.execArgv;

/** The client's declarations as its build leaves them: what a consumer sees of the router. */
export const clientTypes = here("../../packages/client/dist/index.d.ts");

/** The code that fills the catalogue, as it runs here. */
export const apiFolder = fileURLToPath(new URL(".", import.meta.resolve("@souk/api")));
