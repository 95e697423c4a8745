/** The command line: `node apps/server/dist/commands/main.js <command>`. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openDatabase } from "@souk/db";
import { type Config, ConfigError, loadConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { openServices, type Services } from "../services.ts";
import { importProducts } from "./import-products.ts";
import { type Output, openProgress } from "./progress.ts";
import { DEMO_PASSWORD, demoCustomers, seedDemoStore } from "./seed.ts";

export const USAGE = `Usage: souk <command>

  migrate                           Bring the database up to date
  seed                              Fill an empty store with the demo catalogue
  import products FILE [--dry-run]  Take in a Shopify product file (CSV)
  help                              Show this

Settings come from the environment; .env.example explains each one.
`;

/** 0: done. 1: it failed, or not all of it went well. 2: that is no command. */
export type ExitCode = 0 | 1 | 2;

type Environment = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  readonly out: Output;
  readonly err: Output;
}

type Command = (config: Config, out: Output) => Promise<ExitCode>;

/** Never throws: what goes wrong is said on `err`. */
export async function run(
  typed: readonly string[],
  environment: Environment,
  { out, err }: Terminal,
): Promise<ExitCode> {
  const command = commandOf(typed);
  if (command === "help") {
    out.write(USAGE);
    return 0;
  }
  if (typeof command === "string") {
    err.write(`${command}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(loadConfig(environment), out);
  } catch (error) {
    const known = error instanceof ConfigError;
    err.write(`${known ? error.message : `It failed: ${messageOf(error)}`}\n`);
    return 1;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What to do, or what is wrong with what was typed. */
function commandOf(typed: readonly string[]): Command | "help" | string {
  let words: readonly string[];
  let dryRun: boolean;
  try {
    const { positionals, values } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return "help";
    words = positionals;
    dryRun = values["dry-run"] === true;
  } catch (error) {
    return messageOf(error);
  }
  const [name, ...rest] = words;
  if (name === "import") return importOf(rest, dryRun);
  if (dryRun) return "--dry-run belongs to import.";
  if (name === undefined) return "Which command?";
  if (rest.length > 0) return `${name} takes no ${rest.join(" ")}.`;
  if (name === "help") return "help";
  if (name === "migrate") return migrate;
  if (name === "seed") return seed;
  return `There is no command ${name}.`;
}

function importOf([what, file, ...more]: readonly string[], dryRun: boolean): Command | string {
  if (what !== "products") return "Only products can be imported: import products FILE";
  if (file === undefined) return "Which file? import products FILE";
  if (more.length > 0) return "One file at a time: import products FILE";
  return (config, out) =>
    withServices(config, async (services) =>
      (await importProducts(services, file, dryRun, out)) ? 0 : 1,
    );
}

const migrate: Command = async (config, out) => {
  const database = openDatabase(config.database.url);
  try {
    const names = await database.migrate();
    for (const name of names) out.write(`Applied ${name}\n`);
    if (names.length === 0) out.write("The database is up to date.\n");
    return 0;
  } finally {
    await database.close();
  }
};

const seed: Command = (config, out) =>
  withServices(config, async (services) => {
    const progress = openProgress(out);
    const { seeded } = await seedDemoStore(services, (line) => progress.update(line));
    progress.clear();
    if (!seeded) {
      out.write("The store has products already: nothing was changed.\n");
      return 0;
    }
    const accounts = demoCustomers.map(({ email }) => `${email} / ${DEMO_PASSWORD}`);
    out.write(`The demo store is filled. Sign in as ${accounts.join(" or ")}\n`);
    return 0;
  });

async function withServices(
  config: Config,
  work: (services: Services) => Promise<ExitCode>,
): Promise<ExitCode> {
  const log = createLogger({ ...config, logLevel: "warn" });
  const services = await openServices(config, { log });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

const isProgram =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isProgram) {
  const terminal = { out: process.stdout, err: process.stderr };
  process.exitCode = await run(process.argv.slice(2), process.env, terminal);
}
