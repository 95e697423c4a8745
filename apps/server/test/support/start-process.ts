/** The program itself, as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { serverFolder } from "../../src/paths.ts";

export interface RunningProcess {
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

export function startProcess(environment: Readonly<Record<string, string>>): RunningProcess {
  const child = spawn(
    process.execPath,
    ["--conditions=souk-source", join(serverFolder, "src", "main.ts")],
    { env: { PATH: process.env["PATH"] ?? "", ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return { child, output: () => output, ended };
}

/** Long: the machine may be busy with other suites. */
const READY_MS = 180_000;

/** The address it says it is ready at. */
export async function readyAt(running: RunningProcess): Promise<string> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const [, url] = /Shop +(http:\S+)\//.exec(running.output()) ?? [];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not become ready:\n${running.output()}`);
}
