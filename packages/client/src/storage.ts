/** Where the client keeps the little it must remember: a guest's cart token, and API tokens. */

type Awaitable<T> = T | Promise<T>;

/** The part of Web Storage that is needed. Mobile stores answer with promises: both are fine. */
export interface ClientStorage {
  getItem(key: string): Awaitable<string | null>;
  setItem(key: string, value: string): Awaitable<void>;
  removeItem(key: string): Awaitable<void>;
}

export function memoryStorage(): ClientStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

/** localStorage in a browser that allows it, memory elsewhere. */
export function defaultStorage(): ClientStorage {
  if (typeof window === "undefined") return memoryStorage();
  try {
    const probe = "souk.probe";
    window.localStorage.setItem(probe, "1");
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return memoryStorage();
  }
}
