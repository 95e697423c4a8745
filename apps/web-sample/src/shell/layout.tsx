/** What every page stands in: skip link, header, main, footer, and the voices of the page. */
import { Outlet, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { MiniCart } from "../cart/mini-cart.tsx";
import { Toasts } from "../ui/toast.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";

/** After a change of page the keyboard starts where the page starts. */
function useFocusOnNavigation(): React.RefObject<HTMLElement | null> {
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

export function Layout(): ReactNode {
  const main = useFocusOnNavigation();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-full bg-ink px-5 py-3 text-paper focus:translate-y-0"
      >
        Skip to the content
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className="flex-1">
        <Outlet />
      </main>
      <Footer />
      <MiniCart />
      <Toasts />
      <div id="page-announcer" role="status" aria-live="polite" className="sr-only" />
    </div>
  );
}
