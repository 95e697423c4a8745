/** What must be undone whether the program ends by itself, by an error or by a signal. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Undo = () => Promise<void>;

const pending: Undo[] = [];

/** Answers `undo`, to be called once at most; a signal calls it otherwise. */
export function undoable(undo: Undo): Undo {
  const once: Undo = async () => {
    const place = pending.indexOf(once);
    if (place < 0) return;
    pending.splice(place, 1);
    await undo();
  };
  pending.push(once);
  return once;
}

/** A folder of its own, gone with the program. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "souk-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `work`. A signal undoes what is pending, last first, and ends the program. */
export async function untilSignal<T>(work: () => Promise<T>): Promise<T> {
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    // postgres.js throws from a timer when its connection goes away below it.
    process.on("uncaughtException", () => undefined);
    for (const undo of pending.toReversed()) await undo();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
  try {
    return await work();
  } catch (error) {
    // Work whose ground was taken away fails, and that is no news.
    if (stopping) return new Promise<never>(() => undefined);
    throw error;
  }
}
