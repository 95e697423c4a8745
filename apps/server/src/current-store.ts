/** The store's settings as this node knows them: looked up in the background, never by a request. */
import { type StoreInfo, stores } from "@souk/api";
import type { Database } from "@souk/db";
import { describeError, type Logger } from "./log.ts";

/** So late at most, and a look-up, does a node learn what another has changed. */
const LOOK_EVERY_MS = 2000;

export interface CurrentStore {
  get(): StoreInfo;
  /** This node has just changed them. */
  set(store: StoreInfo): void;
  stop(): Promise<void>;
}

export function followStore(
  { system }: Database,
  log: Pick<Logger, "warn">,
  first: StoreInfo,
): CurrentStore {
  let known = first;
  let changes = 0;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const before = changes;
    try {
      const found = await stores.findBySlug(system, first.slug);
      // What was read before this node's own change is no news.
      if (found !== null && before === changes) known = found;
    } catch (error) {
      log.warn({ error: describeError(error) }, "the store's settings could not be looked up");
    }
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    looking = look().finally(() => {
      busy = false;
    });
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    get: () => known,
    set(store) {
      changes += 1;
      known = store;
    },
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
