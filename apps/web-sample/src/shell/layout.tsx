/** What every page stands in: skip link, header, main, footer, and the voices of the page. */
import { Outlet, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConfirmIdentityProvider } from "../authentication/confirm-identity.tsx";
import { MiniCart } from "../cart/mini-cart.tsx";
import { Toasts } from "../ui/toast.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { useReadingOnOffer } from "./reading.ts";
import { useFocusOnNavigation } from "./use-focus-on-navigation.ts";

const STAFF = "/staff";

/** The shop around a page: all but the staff console, which brings a shell of its own. */
function Storefront(): ReactNode {
  const main = useFocusOnNavigation();
  useReadingOnOffer();
  return (
    <>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className="flex-1">
        <Outlet />
      </main>
      <Footer />
      <MiniCart />
    </>
  );
}

export function Layout(): ReactNode {
  const staff = useRouterState({
    select: ({ matches }) => matches.some(({ routeId }) => routeId === STAFF),
  });
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-full bg-ink px-5 py-3 text-paper focus:translate-y-0"
      >
        Skip to the content
      </a>
      <ConfirmIdentityProvider>{staff ? <Outlet /> : <Storefront />}</ConfirmIdentityProvider>
      <Toasts />
      <div id="page-announcer" role="status" aria-live="polite" className="sr-only" />
    </div>
  );
}
