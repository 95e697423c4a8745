/** `npm run bench`: measures the built server beside a bare one and writes down what it saw. */
import { untilSignal } from "./cleanup.ts";
import { type ConsumerTypes, measureConsumerTypes } from "./consumer-types.ts";
import { type Contest, openContest } from "./contest.ts";
import { isValid, measureEndpoints } from "./interleave.ts";
import { machine } from "./machine.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { type Report, type Resources, textOf, writeReport } from "./report/report.ts";
import { summarise } from "./report/summary.ts";
import { residentMegabytes } from "./servers/usage.ts";

const startedAt = new Date();

function progress(text: string): void {
  const seconds = ((Date.now() - startedAt.getTime()) / 1000).toFixed(0).padStart(5);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
    process.exit(2);
  }
}

type Served = Pick<Report, "sql_differences" | "runs" | "resources"> & {
  readonly versions: readonly string[];
};

async function measureServers(options: Options): Promise<Served> {
  const contests: Contest[] = [];
  try {
    const serving = options.parts.some((part) => part !== "types");
    for (const engine of serving ? options.engines : []) {
      contests.push(await openContest(engine, options, progress));
    }
    const runs = await measureEndpoints(contests, options, progress);
    return {
      runs,
      resources: contests.map((contest) => resourcesOf(contest, runs.length > 0)),
      sql_differences: contests.flatMap(({ differences }) => differences),
      versions: contests.map(({ version }) => version),
    };
  } finally {
    for (const contest of contests) await contest.close();
  }
}

const resourcesOf = (contest: Contest, loaded: boolean): Resources => ({
  engine: contest.engine,
  cold_start: contest.coldStart,
  memory_at_start_mb: contest.memoryAtStart,
  memory_after_load_mb: loaded ? residentMegabytes(contest.servers.souk.pid) : null,
});

function measureTypes(options: Options): ConsumerTypes | null {
  if (!options.parts.includes("types")) return null;
  progress(`types: checking a consumer, ${options.typeChecks} times`);
  const types = measureConsumerTypes(options.typeChecks);
  if (types === null) progress("types: left out, since @souk/client is not built");
  return types;
}

async function bench(options: Options): Promise<Report> {
  const { runs, resources, sql_differences, versions } = await measureServers(options);
  return {
    started_at: startedAt.toISOString(),
    machine: machine(versions),
    options,
    summary: summarise(runs),
    sql_differences,
    resources,
    consumer_types: measureTypes(options),
    runs,
  };
}

const options = optionsOrExit();
const report = await untilSignal(() => bench(options));
const file = writeReport(report);
process.stdout.write(`\n${textOf(report)}\n\nWritten to ${file}\n`);
const invalid = report.runs.filter((run) => !isValid(run));
if (invalid.length > 0) {
  process.stderr.write(`\n${invalid.length} runs had errors and count for nothing.\n`);
  process.exitCode = 1;
}
