/** A server as a process of its own: started, waited for, measured from outside, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { nodeArguments } from "../places.ts";

export interface ServerProcess {
  readonly name: string;
  readonly pid: number;
  /** Such as http://127.0.0.1:40123. */
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly readyAfterMs: number;
  /** The end of what it said of errors. */
  errors(): string;
  stop(): Promise<void>;
}

export interface Program {
  readonly name: string;
  readonly main: string;
  /** Answers 200 when the server is ready. */
  readonly healthPath: string;
  environment(port: number): Readonly<Record<string, string>>;
}

const READY_WITHIN_MS = 60_000;
const POLL_MS = 2;
const STOP_WITHIN_MS = 10_000;
const LOG_LENGTH = 4000;

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export async function start({
  name,
  main,
  healthPath,
  environment,
}: Program): Promise<ServerProcess> {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, main], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...environment(port) },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-LOG_LENGTH);
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await firstAnswer(child, `${url}${healthPath}`);
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`${name} did not start:\n${log}`, { cause: error });
  }
  const readyAfterMs = performance.now() - startedAt;
  const pid = child.pid ?? 0;
  return { name, pid, url, readyAfterMs, errors: () => log, stop: () => stop(child) };
}

async function firstAnswer(child: ChildProcess, address: string): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const status = await fetch(address).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    await delay(POLL_MS);
  }
  throw new Error(`no answer from ${address} in ${READY_WITHIN_MS / 1000} seconds`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
