/** The command line: `node apps/server/dist/commands/main.js <command>`. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@souk/db";
import { type Config, ConfigError, loadConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { openServices, type Services } from "../services.ts";
import { verifyTrail } from "./audit.ts";
import { checkBooks } from "./check.ts";
import { createAdmin } from "./create-admin.ts";
import { exportProducts } from "./export-products.ts";
import { importProducts } from "./import-products.ts";
import { type Input, readPassword } from "./password.ts";
import { type Output, openProgress } from "./progress.ts";
import { rebuildSearch } from "./search.ts";
import { seedDemoStore } from "./seed.ts";
import { demoAccountsOf } from "./seed-people.ts";
import { type Typed, USAGE, understand } from "./usage.ts";

/** 0: done. 1: it failed, or not all of it went well. 2: that is no command. */
export type ExitCode = 0 | 1 | 2;

type Environment = Readonly<Record<string, string | undefined>>;

export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly in?: Input;
}

/** Never throws: what goes wrong is said on `err`. */
export async function run(
  typed: readonly string[],
  environment: Environment,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out, err } = terminal;
  const command = understand(typed);
  if (typeof command === "string") {
    err.write(`${command}\n\n${USAGE}`);
    return 2;
  }
  if (command.name === "help") {
    out.write(USAGE);
    return 0;
  }
  try {
    return (await perform(command, environment, terminal)) ? 0 : 1;
  } catch (error) {
    const known = error instanceof ConfigError;
    err.write(`${known ? error.message : `It failed: ${messageOf(error)}`}\n`);
    return 1;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Answers whether all of it went well. */
async function perform(
  command: Exclude<Typed, { readonly name: "help" }>,
  environment: Environment,
  terminal: Terminal,
): Promise<boolean> {
  const { out, err } = terminal;
  const config = loadConfig(environment);
  if (command.name === "migrate") return migrate(config, out);
  const password = () => readPassword(environment, terminal.in, err);
  return withServices(config, (services) => {
    if (command.name === "import") {
      return importProducts(services, command, out);
    }
    if (command.name === "export") return exportProducts(services, command, out);
    if (command.name === "audit") return verifyTrail(services, command.expectHead, out);
    if (command.name === "search") return rebuildSearch(services, terminal);
    if (command.name === "check") return checkBooks(services, command.repair, out);
    if (command.name === "create-admin") return createAdmin(services, command, password, terminal);
    return seed(services, out);
  });
}

async function migrate(config: Config, out: Output): Promise<true> {
  const database = openDatabase(config.database.url);
  try {
    const names = await database.migrate();
    for (const name of names) out.write(`Applied ${name}\n`);
    if (names.length === 0) out.write("The database is up to date.\n");
    return true;
  } finally {
    await database.close();
  }
}

async function seed(services: Services, out: Output): Promise<true> {
  const progress = openProgress(out);
  const { seeded } = await seedDemoStore(services, (line) => progress.update(line));
  progress.clear();
  if (!seeded) {
    out.write("The store has products already: nothing was changed.\n");
    return true;
  }
  const accounts = demoAccountsOf(services.config).map(
    ({ email, password, role }) => `  ${email} / ${password}  ${role}\n`,
  );
  out.write(`The demo store is filled. Sign in as\n${accounts.join("")}`);
  return true;
}

async function withServices<T>(
  config: Config,
  work: (services: Services) => Promise<T>,
): Promise<T> {
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
  const terminal = { in: process.stdin, out: process.stdout, err: process.stderr };
  process.exitCode = await run(process.argv.slice(2), process.env, terminal);
}
