/** How far long work has come: one line that changes on a terminal, now and then a line elsewhere. */

/** The part of a stream that is written to. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  update(text: string): void;
  /** Leaves the terminal clean for what is said next. */
  clear(): void;
}

const QUIET_MS = 5000;
const ERASE_LINE = "\r\u001b[K";

export function openProgress(output: Output, now: () => number = Date.now): Progress {
  if (output.isTTY === true) {
    return {
      update: (text) => output.write(`${ERASE_LINE}${text}`),
      clear: () => output.write(ERASE_LINE),
    };
  }
  let last = now();
  return {
    update: (text) => {
      if (now() - last < QUIET_MS) return;
      last = now();
      output.write(`${text}\n`);
    },
    clear: () => undefined,
  };
}
