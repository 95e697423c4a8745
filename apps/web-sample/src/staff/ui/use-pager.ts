/** Page by page through a list that only knows its next page. */
import { useState } from "react";

export interface Pager {
  /** Of the page that is shown; the first has none. */
  readonly cursor: string | undefined;
  readonly page: number;
  readonly forward: (cursor: string) => void;
  readonly back: () => void;
}

/** Another `list`, such as one with other filters, begins at its first page. */
export function usePager(list: string): Pager {
  const [kept, setKept] = useState<{ list: string; cursors: readonly string[] }>({
    list,
    cursors: [],
  });
  const cursors = kept.list === list ? kept.cursors : [];
  return {
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    forward: (cursor) => setKept({ list, cursors: [...cursors, cursor] }),
    back: () => setKept({ list, cursors: cursors.slice(0, -1) }),
  };
}
