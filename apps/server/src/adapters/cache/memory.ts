/** This node's own memory, bounded by bytes; what was not used for longest goes first. */
import { LRUCache } from "lru-cache";
import type { Cache } from "./cache.ts";

/** Of an entry beside its text: the key, and what the map itself takes. */
const OVERHEAD_BYTES = 200;

export function memoryCache(maxBytes: number): Cache {
  if (maxBytes === 0) return nothing;
  const entries = new LRUCache<string, string>({
    maxSize: maxBytes,
    // Two bytes a character at worst.
    sizeCalculation: (value) => value.length * 2 + OVERHEAD_BYTES,
  });
  return {
    get: async (key) => entries.get(key),
    set: (key, value, ttlMs) => {
      entries.set(key, value, { ttl: ttlMs });
    },
    close: async () => entries.clear(),
  };
}

const nothing: Cache = {
  get: async () => undefined,
  set: () => undefined,
  close: async () => undefined,
};
