/** A Redis that all nodes share. It only ever makes things faster: when it is away, nothing else is. */
import { createClient } from "redis";
import { describeError, type Logger } from "../../log.ts";
import type { Cache } from "./cache.ts";

/** Longer than that, and asking the database is quicker. */
const TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 2000;
const MAX_RECONNECT_MS = 5000;
const PREFIX = "souk:";

export function redisCache(url: string, log: Logger): Cache {
  const client = createClient({
    url,
    // While it is away a command fails at once instead of waiting.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, MAX_RECONNECT_MS),
    },
  });
  let away = false;
  client.on("error", (error: unknown) => {
    // It is said once for each time that it goes away, not for each try to reach it.
    if (!away) log.warn({ error: describeError(error) }, "the cache cannot be reached");
    away = true;
  });
  client.on("ready", () => {
    if (away) log.info("the cache can be reached again");
    away = false;
  });
  client.connect().catch(() => undefined);

  return {
    async get(key) {
      if (!client.isReady) return undefined;
      return withinTime(client.get(PREFIX + key));
    },
    set(key, value, ttlMs) {
      if (!client.isReady) return;
      client.set(PREFIX + key, value, { PX: Math.ceil(ttlMs) }).catch(() => undefined);
    },
    async close() {
      client.destroy();
    },
  };
}

async function withinTime(reading: Promise<string | null>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), TIMEOUT_MS);
  });
  try {
    return (await Promise.race([reading, late])) ?? undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
