/** One value that components can watch from anywhere, for the few things the whole page shares. */
import { useSyncExternalStore } from "react";

export interface Signal<T> {
  /** Outside of components. */
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly use: () => T;
}

export function createSignal<T>(initial: T): Signal<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get: () => current,
    set: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => current),
  };
}
