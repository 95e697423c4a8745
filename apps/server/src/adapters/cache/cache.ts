/** Where answers that everybody shares are kept: near by, and, where one is configured, in a Redis for all nodes. */
import type { Config } from "../../config.ts";
import type { Logger } from "../../log.ts";
import { memoryCache } from "./memory.ts";
import { redisCache } from "./redis.ts";

export interface Cache {
  /** Undefined when it is not there, or cannot be asked. Never throws. */
  get(key: string): Promise<string | undefined>;
  /** Forgotten after `ttlMs`, or before. Never throws, and nobody waits for it. */
  set(key: string, value: string, ttlMs: number): void;
  close(): Promise<void>;
}

export function cacheOf(config: Config, log: Logger): Cache {
  const near = memoryCache(config.cacheBytes);
  return config.redisUrl === null ? near : layered(near, redisCache(config.redisUrl, log));
}

/** What was fetched from afar is kept near by for this long at most, since its own time is not known. */
const KEEP_NEAR_MS = 60_000;

function layered(near: Cache, far: Cache): Cache {
  return {
    async get(key) {
      const known = await near.get(key);
      if (known !== undefined) return known;
      const found = await far.get(key);
      if (found !== undefined) near.set(key, found, KEEP_NEAR_MS);
      return found;
    },
    set(key, value, ttlMs) {
      near.set(key, value, ttlMs);
      far.set(key, value, ttlMs);
    },
    async close() {
      await near.close();
      await far.close();
    },
  };
}
