/** A process of its own on the test's database: it says `ready`, waits for the word, then prints lines. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export class Node {
  readonly process: ChildProcess;
  readonly lines: string[] = [];
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  #onLine: ((line: string) => void) | undefined;

  /** `script` lies beside this file. */
  constructor(script: string, args: readonly string[]) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    this.process = spawn(process.execPath, ["--conditions=souk-source", path, ...args], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdout } = this.process;
    if (stdout === null) throw new Error("the process has no output");
    let tellReady = (): void => undefined;
    this.ready = new Promise((resolve) => {
      tellReady = resolve;
    });
    createInterface(stdout).on("line", (line) => {
      if (line === "ready") tellReady();
      else this.lines.push(line);
      this.#onLine?.(line);
    });
    this.ended = new Promise((resolve) => {
      this.process.once("close", () => resolve());
    });
  }

  start(onLine?: (line: string) => void): void {
    this.#onLine = onLine;
    this.process.stdin?.write("go\n");
  }

  /** Of a test that gave up: nobody waits for a process that waits for the word. */
  kill(): void {
    this.process.kill("SIGKILL");
  }

  get orderIds(): string[] {
    return this.lines.flatMap((line) => (line.startsWith("order ") ? [line.slice(6)] : []));
  }
}
