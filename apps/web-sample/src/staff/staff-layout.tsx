/** What all staff pages stand in. Guests sign in first; who may not enter is told so, and why. */
import { Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { ShieldAlert, ShieldX } from "lucide-react";
import type { ReactNode } from "react";
import { useFocusOnNavigation } from "../shell/use-focus-on-navigation.ts";
import "../styles/staff.css";
import { ButtonLink } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { useSession } from "../users/session.ts";
import { useAccess } from "./access.ts";
import { SideNavigation, TopBar } from "./navigation.tsx";
import { sections } from "./sections.ts";
import { Failure } from "./ui/failure.tsx";
import { permissionWords } from "./words.ts";

interface BarredProps {
  readonly title: string;
  readonly icon: typeof ShieldX;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

function Barred({ title, icon: Icon, children, action }: BarredProps): ReactNode {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-16 text-center">
      <PageTitle title={title} />
      <Icon aria-hidden className="mb-5 size-12 text-clay" strokeWidth={1.5} />
      <h1 className="display-3">{title}</h1>
      <div className="mt-3 grid gap-2 text-ink-soft">{children}</div>
      <div className="mt-7 flex flex-wrap justify-center gap-3">{action}</div>
    </div>
  );
}

function NotStaff(): ReactNode {
  return (
    <Barred
      title="These pages are for staff"
      icon={ShieldX}
      action={<ButtonLink to="/">Back to the shop</ButtonLink>}
    >
      <p>Your account has no role in this shop. If it should have one, ask its owner.</p>
    </Barred>
  );
}

function SecondFactorFirst(): ReactNode {
  return (
    <Barred
      title="Set up a second factor first"
      icon={ShieldAlert}
      action={<ButtonLink to="/account/security">Go to your security settings</ButtonLink>}
    >
      <p>
        This shop asks everybody who works in it for more than a password: an authenticator app, or
        a passkey. Set one up, then come back.
      </p>
    </Barred>
  );
}

function NotPermitted({ section }: { readonly section: (typeof sections)[number] }): ReactNode {
  const { label, does } = permissionWords[section.needs];
  return (
    <Barred
      title="Your roles do not permit this"
      icon={ShieldX}
      action={
        <ButtonLink to="/staff" look="secondary">
          What you may do
        </ButtonLink>
      }
    >
      <p>
        “{section.label}” needs the permission <strong className="text-ink">{label}</strong> (
        {does.toLowerCase()}). Whoever manages the team can grant you a role that has it.
      </p>
    </Barred>
  );
}

function Inside(): ReactNode {
  const { mine, can, error, askAgain } = useAccess();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  if (mine === null && error !== null) return <Failure error={error} onRetry={askAgain} />;
  if (mine === null) {
    return (
      <Loading label="Your access is being looked up" className="grid gap-5">
        <Skeleton className="h-10 w-60" />
        <Skeleton className="h-64 w-full" />
      </Loading>
    );
  }
  if (mine.permissions.length === 0) return <NotStaff />;
  if (mine.lacks_second_factor) return <SecondFactorFirst />;
  const section = sections.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  if (section && !can(section.needs)) return <NotPermitted section={section} />;
  return <Outlet />;
}

export function StaffLayout(): ReactNode {
  const main = useFocusOnNavigation();
  const { user, loading } = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  if (!user && !loading) {
    // On the way out this is drawn once more, at an address that is nobody's to come back to.
    if (!href.startsWith("/staff")) return null;
    return <Navigate to="/sign-in" search={{ redirect: href }} replace />;
  }
  return (
    <div className="flex-1 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <SideNavigation />
      <TopBar />
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="mx-auto w-full max-w-[82rem] px-4 pt-6 pb-16 sm:px-6 lg:px-10 lg:pt-9"
      >
        {user && <Inside />}
      </main>
    </div>
  );
}
