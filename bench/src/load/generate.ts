/** Load by autocannon: so many clients, each asking again as soon as it is answered. */
import autocannon from "autocannon";
import type { Call, Calls, Face, Flow, Memory, Scenario } from "../scenarios/scenario.ts";

export interface Load {
  readonly scenario: Scenario;
  readonly face: Face;
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Outcome {
  /** Requests, or whole flows. */
  readonly completed: number;
  readonly seconds: number;
  /** Of each that was completed, in milliseconds. */
  readonly latencies: readonly number[];
  /** What went wrong, and how often. Anything here makes the run invalid. */
  readonly failures: Readonly<Record<string, number>>;
}

const TIMEOUT_SECONDS = 30;
/** autocannon looks so often whether its time is over. */
const SAMPLE_MS = 100;

export function generate(load: Load): Promise<Outcome> {
  const { scenario } = load;
  return scenario.kind === "calls" ? runCalls(scenario, load) : runFlow(scenario, load);
}

function runCalls(scenario: Calls, load: Load): Promise<Outcome> {
  const requests = scenario.calls(load.face).map(requestOf);
  const latencies: number[] = [];
  let clients = 0;
  return run(load, latencies, {
    requests,
    // Each client begins at another place, or all would ask for the same thing at the same time.
    setupClient: (client) => {
      const start = Math.floor((clients++ * requests.length) / load.connections);
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
    onResponse: (milliseconds) => latencies.push(milliseconds),
  });
}

/** autocannon keeps one context for each client, and a new one for each time through the requests. */
interface Visit {
  memory?: Memory;
  startedAt?: number;
}

function runFlow(scenario: Flow, load: Load): Promise<Outcome> {
  const steps = scenario.steps(load.face);
  const latencies: number[] = [];
  const requests = steps.map((step, i): autocannon.Request => {
    const last = i === steps.length - 1;
    return {
      setupRequest: (request, context) => {
        const visit: Visit = context;
        visit.memory ??= scenario.begin();
        visit.startedAt ??= performance.now();
        return { ...request, ...requestOf(step.call(visit.memory)) };
      },
      onResponse: (status, body, context) => {
        const { memory, startedAt }: Visit = context;
        if (memory === undefined || startedAt === undefined) return;
        step.learn(body, memory);
        if (last && isFine(status)) latencies.push(performance.now() - startedAt);
      },
    };
  });
  return run(load, latencies, { requests });
}

const requestOf = ({ method, path, headers, body }: Call): autocannon.Request => ({
  method,
  path,
  headers,
  body,
});

const isFine = (status: number): boolean => status >= 200 && status < 300;

interface Work {
  readonly requests: autocannon.Request[];
  readonly setupClient?: (client: autocannon.Client) => void;
  readonly onResponse?: (milliseconds: number) => void;
}

async function run(load: Load, latencies: readonly number[], work: Work): Promise<Outcome> {
  const failures: Record<string, number> = {};
  const fail = (what: string): void => {
    failures[what] = (failures[what] ?? 0) + 1;
  };
  const startedAt = performance.now();
  let lastAt = startedAt;
  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url: load.url,
        connections: load.connections,
        duration: load.seconds,
        timeout: TIMEOUT_SECONDS,
        sampleInt: SAMPLE_MS,
        requests: work.requests,
        ...(work.setupClient === undefined ? {} : { setupClient: work.setupClient }),
      },
      (error) => (error ? reject(error) : resolve()),
    );
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      lastAt = performance.now();
      if (isFine(status)) work.onResponse?.(milliseconds);
      else fail(`status ${status}`);
    });
    instance.on("reqError", (error: unknown) => fail(String(error)));
  });
  return {
    completed: latencies.length,
    seconds: (lastAt - startedAt) / 1000,
    latencies,
    failures,
  };
}
