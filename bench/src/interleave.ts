/**
 * The order of the runs. Each endpoint: warm everybody up, then round after round, and in each round
 * every engine, face and server once, so that whatever the machine does meanwhile hits all alike.
 */
import { type Contest, SERVERS, type ServerName } from "./contest.ts";
import { generate, type Outcome } from "./load/generate.ts";
import { percentile } from "./load/percentiles.ts";
import { settle } from "./load/settle.ts";
import { ENDPOINTS, type Endpoint, type Engine, type Options } from "./options.ts";
import { FACES, type Face } from "./scenarios/scenario.ts";
import { cpuSeconds } from "./servers/usage.ts";
import { verifyAlike } from "./verify.ts";

export interface Run {
  readonly endpoint: Endpoint;
  readonly engine: Engine;
  readonly face: Face;
  readonly server: ServerName;
  readonly round: number;
  readonly completed: number;
  readonly seconds: number;
  readonly per_second: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** Processor time of the server's process for each; its database's is not in it, if that is another process. */
  readonly cpu_us: number | null;
  readonly failures: Readonly<Record<string, number>>;
}

type Kind = Pick<Run, "endpoint" | "face" | "server"> & { readonly contest: Contest };

/** Long enough for the just-in-time compiler. */
const WARM_UP_SHARE = 0.4;

export async function measureEndpoints(
  contests: readonly Contest[],
  options: Options,
  progress: (text: string) => void,
): Promise<Run[]> {
  const runs: Run[] = [];
  for (const endpoint of ENDPOINTS.filter((one) => options.parts.includes(one))) {
    const kinds = contests.flatMap((contest) =>
      FACES.flatMap((face) => SERVERS.map((server): Kind => ({ contest, endpoint, face, server }))),
    );
    await verify(kinds, progress);
    progress(`${endpoint}: warming up`);
    const warmUp = { ...options, seconds: options.seconds * WARM_UP_SHARE };
    for (const kind of kinds) await measure(kind, 0, warmUp);
    for (let round = 1; round <= options.rounds; round++) {
      // To and fro, so that nobody always comes after the same neighbour.
      for (const kind of round % 2 === 1 ? kinds : kinds.toReversed()) {
        const run = await measure(kind, round, options);
        runs.push(run);
        progress(lineOf(run));
      }
    }
  }
  return runs;
}

async function verify(kinds: readonly Kind[], progress: (text: string) => void): Promise<void> {
  for (const { contest, endpoint, face } of kinds.filter(({ server }) => server === "souk")) {
    const scenario = contest.scenarios[endpoint];
    const { answers, meanBytes } = await verifyAlike(scenario, face, contest.servers);
    progress(
      `${endpoint}: ${contest.engine} ${face}: ${answers} answers alike, ${meanBytes} bytes each`,
    );
  }
}

async function measure(kind: Kind, round: number, options: Options): Promise<Run> {
  const { contest, endpoint, face, server } = kind;
  const { pid, url } = contest.servers[server];
  await settle(Object.values(contest.servers).map((one) => one.pid));
  const before = cpuSeconds(pid);
  const outcome = await generate({
    scenario: contest.scenarios[endpoint],
    face,
    url,
    connections: options.connections,
    seconds: options.seconds,
  });
  const after = cpuSeconds(pid);
  const cpu = before === null || after === null ? null : after - before;
  return { endpoint, engine: contest.engine, face, server, round, ...numbersOf(outcome, cpu) };
}

function numbersOf({ completed, seconds, latencies, failures }: Outcome, cpu: number | null) {
  return {
    completed,
    seconds: rounded(seconds, 3),
    per_second: rounded(completed / seconds, 1),
    p50_ms: rounded(percentile(latencies, 0.5), 3),
    p99_ms: rounded(percentile(latencies, 0.99), 3),
    cpu_us: cpu === null || completed === 0 ? null : Math.round((cpu * 1e6) / completed),
    failures,
  };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

export const isValid = ({ completed, failures }: Run): boolean =>
  completed > 0 && Object.keys(failures).length === 0;

function lineOf(run: Run): string {
  const { endpoint, engine, face, server, round, per_second, p50_ms, p99_ms, failures } = run;
  const who = `${engine} ${face} ${server}`.padEnd(19);
  const numbers = `${per_second.toFixed(0).padStart(7)}/s  p50 ${p50_ms.toFixed(2)} ms  p99 ${p99_ms.toFixed(2)} ms`;
  const verdict = isValid(run) ? "" : `  INVALID: ${JSON.stringify(failures)}`;
  return `${endpoint.padEnd(9)}round ${round}  ${who}${numbers}${verdict}`;
}
