/** Whoever comes by a former address, or by an id, stands at the present one afterwards. */
import { useEffect } from "react";

export function usePresentSlug(
  asked: string,
  present: string | undefined,
  move: (slug: string) => void,
): void {
  useEffect(() => {
    if (present !== undefined && present !== asked) move(present);
  }, [asked, present]);
}
