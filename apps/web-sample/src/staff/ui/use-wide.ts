/** Whether there is room for a table: on phones the same rows are cards. */
import { useSyncExternalStore } from "react";

const query = window.matchMedia("(min-width: 48rem)");

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
