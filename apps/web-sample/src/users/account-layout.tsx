/** What all pages of the account stand in. Guests are asked to sign in first. */

import { useMutation } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loading, Skeleton } from "../ui/states.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { useSession, useSessionChanges } from "./session.ts";

const linkClass =
  "inline-flex min-h-11 items-center rounded-full px-4 whitespace-nowrap hover:bg-paper-sunk " +
  "aria-[current=page]:bg-ink aria-[current=page]:text-paper lg:flex";

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

function AccountNav(): ReactNode {
  return (
    <nav aria-label="Account" className="min-w-0">
      <ul className="-ml-4 flex flex-wrap gap-x-0.5 pb-2 lg:grid lg:gap-1">
        <li>
          <Link to="/account" activeOptions={{ exact: true }} className={linkClass}>
            Overview
          </Link>
        </li>
        <li>
          <Link to="/account/orders" className={linkClass}>
            Orders
          </Link>
        </li>
        <li>
          <Link to="/account/addresses" className={linkClass}>
            Addresses
          </Link>
        </li>
        <li>
          <Link to="/account/profile" className={linkClass}>
            Profile
          </Link>
        </li>
        <li>
          <Link to="/account/security" className={linkClass}>
            Security
          </Link>
        </li>
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
