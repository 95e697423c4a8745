/** Waits until the servers have finished what a run left behind, such as events to be handled. */
import { setTimeout as delay } from "node:timers/promises";
import { cpuSeconds } from "../servers/usage.ts";

const LOOK_EVERY_MS = 200;
/** One tick of the kernel's clock, in both processes together. */
const QUIET_SECONDS = 0.01;
const AT_MOST_MS = 15_000;

export async function settle(pids: readonly number[]): Promise<void> {
  const until = performance.now() + AT_MOST_MS;
  let before = used(pids);
  while (performance.now() < until) {
    await delay(LOOK_EVERY_MS);
    const now = used(pids);
    if (now - before <= QUIET_SECONDS) return;
    before = now;
  }
}

const used = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (cpuSeconds(pid) ?? 0), 0);
