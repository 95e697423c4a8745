/** The two servers side by side on one engine, each with its own copy of the catalogue. */
import type { Services } from "@souk/server";
import { scratchFolder, undoable } from "./cleanup.ts";
import { type ColdStart, measureColdStart } from "./cold-start.ts";
import { type BenchDatabase, withServices } from "./databases/database.ts";
import { preparePostgres } from "./databases/postgres.ts";
import { prepareSqlite } from "./databases/sqlite.ts";
import type { Endpoint, Engine, Options } from "./options.ts";
import { openBareSender } from "./same-sql/bare.ts";
import { differencesOf } from "./same-sql/compare.ts";
import { soukSender } from "./same-sql/souk.ts";
import { scenariosFor } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { type ServerProcess, start } from "./servers/child.ts";
import { bare, souk } from "./servers/programs.ts";
import { residentMegabytes } from "./servers/usage.ts";

export const SERVERS = ["souk", "bare"] as const;
export type ServerName = (typeof SERVERS)[number];

export interface Contest {
  readonly engine: Engine;
  readonly version: string;
  readonly scenarios: Readonly<Record<Endpoint, Scenario>>;
  /** Statements of the bare server that are not Souk's any more. */
  readonly differences: readonly string[];
  readonly servers: Readonly<Record<ServerName, ServerProcess>>;
  readonly coldStart: ColdStart | null;
  /** Of Souk, before any load. */
  readonly memoryAtStart: number | null;
  close(): Promise<void>;
}

const prepare = { sqlite: prepareSqlite, postgres: preparePostgres } as const;

export async function openContest(
  engine: Engine,
  options: Options,
  progress: (text: string) => void,
): Promise<Contest> {
  const { products, accounts } = options;
  const database = await prepare[engine]({ products, accounts }, (text) =>
    progress(`${engine}: catalogue, ${text}`),
  );
  const dataFolder = scratchFolder();
  const started: ServerProcess[] = [];
  const close = undoable(async () => {
    for (const server of started) await server.stop();
    await database.close();
  });
  try {
    return { ...(await open(database, dataFolder, { options, progress, started })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Opening {
  readonly options: Options;
  readonly progress: (text: string) => void;
  /** Filled with what was started, so that whoever fails half-way can stop it. */
  readonly started: ServerProcess[];
}

async function open(
  database: BenchDatabase,
  dataFolder: string,
  { options, progress, started }: Opening,
): Promise<Omit<Contest, "close">> {
  const { engine, version, soukUrl, bareUrl } = database;
  const { scenarios, differences } = await withServices(soukUrl, dataFolder, async (services) => {
    const made = await scenariosFor(services, options);
    return { scenarios: made, differences: await compare(made, services, bareUrl) };
  });
  for (const difference of differences) progress(`NOT THE SAME SQL: ${difference}`);
  const { keepsAnswers } = options;
  const program = souk({ databaseUrl: soukUrl, dataFolder, keepsAnswers });
  let coldStart: ColdStart | null = null;
  if (options.parts.includes("cold-start")) {
    progress(`${engine}: cold start, ${options.coldStarts} times`);
    coldStart = await measureColdStart(program, options.coldStarts);
  }
  const soukServer = await start(program);
  started.push(soukServer);
  const memoryAtStart = residentMegabytes(soukServer.pid);
  const bareServer = await start(bare(bareUrl));
  started.push(bareServer);
  const servers = { souk: soukServer, bare: bareServer };
  return { engine, version, scenarios, differences, servers, coldStart, memoryAtStart };
}

/** Leaves a sign-in and an order or two behind in both databases. */
async function compare(
  scenarios: Contest["scenarios"],
  services: Services,
  bareUrl: string,
): Promise<string[]> {
  const bareSender = await openBareSender(bareUrl);
  try {
    const senders = { souk: soukSender(services), bare: bareSender };
    const differences = await differencesOf(scenarios, senders);
    return differences.map((text) => `${services.database.engine} ${text}`);
  } finally {
    await bareSender.close();
  }
}
