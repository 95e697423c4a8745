/** What all pages of the account stand in. Guests are asked to sign in first. */

import { useMutation } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useAccess } from "../staff/access.ts";
import { Loading, Skeleton } from "../ui/states.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { useSession, useSessionChanges } from "./session.ts";

const linkClass =
  "inline-flex min-h-11 items-center rounded-full px-4 whitespace-nowrap hover:bg-paper-sunk " +
  "aria-[current=page]:bg-ink aria-[current=page]:text-paper lg:flex";

/** Left of the current page, its neighbour still shows. */
const SIGHT_PX = 72;

function SignOutButton(): ReactNode {
  const { end } = useSessionChanges();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: async () => {
      await navigate({ to: "/" });
      await end();
    },
    onSuccess: () => toasts.say("You are signed out."),
    onError: (error) => toasts.say(explainFault(error)),
  });
  return (
    <button
      type="button"
      onClick={() => signOut.mutate()}
      disabled={signOut.isPending}
      className={`${linkClass} text-ink-soft`}
    >
      Sign out
    </button>
  );
}

const pages = [
  { to: "/account", label: "Overview" },
  { to: "/account/orders", label: "Orders" },
  { to: "/account/reviews", label: "Reviews" },
  { to: "/account/waiting", label: "Waiting for" },
  { to: "/account/addresses", label: "Addresses" },
  { to: "/account/profile", label: "Profile" },
  { to: "/account/security", label: "Security" },
  { to: "/account/privacy", label: "Privacy" },
] as const;

/** On a phone it is one row that scrolls: the page one is on has to be in sight. */
function useCurrentInSight(): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - SIGHT_PX;
  }, [path]);
  return list;
}

function StaffLink(): ReactNode {
  const { mine } = useAccess();
  if (mine === null || mine.permissions.length === 0) return null;
  return (
    <li>
      <Link to="/staff" className={linkClass}>
        Staff
      </Link>
    </li>
  );
}

function AccountNav(): ReactNode {
  const list = useCurrentInSight();
  return (
    <nav aria-label="Account" className="min-w-0">
      <ul
        ref={list}
        className="bleed relative flex gap-x-0.5 overflow-x-auto pb-2 [scrollbar-width:none] lg:mx-0 lg:-ml-4 lg:grid lg:gap-1 lg:overflow-visible lg:px-0"
      >
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === "/account" }} className={linkClass}>
              {label}
            </Link>
          </li>
        ))}
        <StaffLink />
        <li>
          <SignOutButton />
        </li>
      </ul>
    </nav>
  );
}

export function AccountLayout(): ReactNode {
  const { user, loading } = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  if (loading) {
    return (
      <Loading label="Your account is loading" className="frame grid gap-6 py-12">
        <Skeleton className="h-12 w-72 max-w-full" />
        <Skeleton className="h-48 w-full" />
      </Loading>
    );
  }
  if (!user) {
    // On the way out this is drawn once more, at an address that is nobody's to come back to.
    if (!href.startsWith("/account")) return null;
    return <Navigate to="/sign-in" search={{ redirect: href }} replace />;
  }
  return (
    <div className="frame grid items-start gap-x-16 gap-y-4 pt-6 md:pt-10 lg:grid-cols-[12rem_1fr]">
      <AccountNav />
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  );
}
