/** An engine that is away is said to be once, and is left alone for a growing while. */
import { describeError, type Logger } from "../../log.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

export interface Outage {
  /** Whether to leave it alone for now. */
  isPause(): boolean;
  began(error: unknown): void;
  ended(): void;
}

export function newOutage(log: Logger, now = (): number => Date.now()): Outage {
  let failures = 0;
  let until = 0;
  return {
    isPause: () => now() < until,
    began(error) {
      if (failures === 0) {
        log.warn({ error: describeError(error) }, "the search engine cannot be asked");
      }
      until = now() + Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures += 1;
    },
    ended() {
      if (failures > 0) log.info("the search engine can be asked again");
      failures = 0;
      until = 0;
    },
  };
}
