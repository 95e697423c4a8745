/** After a change of page the keyboard starts where the page starts. */
import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pathname) {
      main.current?.focus({ preventScroll: true });
    }
    before.current = pathname;
  }, [pathname]);
  return main;
}
