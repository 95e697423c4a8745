/** The way around the staff console: beside the page, or in a drawer on small screens. */
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { LayoutDashboard, LogOut, Menu, Store } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { ArchMark } from "../ui/arch.tsx";
import { IconButton } from "../ui/button.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { useSession, useSessionChanges } from "../users/session.ts";
import { useAccess } from "./access.ts";
import { sections } from "./sections.ts";

const itemClass =
  "flex min-h-11 w-full items-center gap-3 rounded-lg px-3 text-[0.95rem] text-left";

const onInk =
  `${itemClass} text-paper/85 hover:bg-paper/10 hover:text-paper ` +
  "focus-visible:outline-saffron aria-[current=page]:bg-paper aria-[current=page]:text-ink";

const onPaper = `${itemClass} hover:bg-paper-sunk aria-[current=page]:bg-ink aria-[current=page]:text-paper`;

function useStoreName(): string {
  const { data } = useQuery(useTRPC().stores.current.queryOptions());
  return data?.name ?? "Souk";
}

interface ItemsProps {
  readonly className: string;
}

function SectionLinks({ className }: ItemsProps): ReactNode {
  const { can, mine } = useAccess();
  const open = mine?.lacks_second_factor ? [] : sections.filter(({ needs }) => can(needs));
  return (
    <ul className="grid gap-1">
      <li>
        <Link to="/staff" activeOptions={{ exact: true }} className={className}>
          <LayoutDashboard aria-hidden className="size-[1.15rem] shrink-0" strokeWidth={1.75} />
          Overview
        </Link>
      </li>
      {open.map(({ to, label, Icon, Count }) => (
        <li key={to}>
          <Link to={to} activeOptions={{ includeSearch: false }} className={className}>
            <Icon aria-hidden className="size-[1.15rem] shrink-0" strokeWidth={1.75} />
            {label}
            {Count && <Count />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function SignOut({ className }: ItemsProps): ReactNode {
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
      disabled={signOut.isPending}
      onClick={() => signOut.mutate()}
      className={className}
    >
      <LogOut aria-hidden className="size-[1.15rem] shrink-0" strokeWidth={1.75} />
      Sign out
    </button>
  );
}

function Member({ soft }: { readonly soft: string }): ReactNode {
  const { user } = useSession();
  const { mine } = useAccess();
  if (!user) return null;
  const roles = mine?.roles.map(({ name }) => name).join(", ");
  return (
    <div className="px-3 pb-2 text-sm">
      <p className="truncate font-semibold">{`${user.first_name} ${user.last_name}`}</p>
      <p className={`truncate ${soft}`}>{user.email}</p>
      {roles && <p className={`truncate ${soft}`}>{roles}</p>}
    </div>
  );
}

function WaysOut({ className }: ItemsProps): ReactNode {
  return (
    <>
      <Link to="/" className={className}>
        <Store aria-hidden className="size-[1.15rem] shrink-0" strokeWidth={1.75} />
        Back to the shop
      </Link>
      <SignOut className={className} />
    </>
  );
}

export function SideNavigation(): ReactNode {
  const store = useStoreName();
  return (
    <header className="hidden bg-ink text-paper lg:block">
      <div className="sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto px-4 py-6">
        <Link
          to="/staff"
          activeOptions={{ exact: true }}
          className="flex items-center gap-3 px-3 focus-visible:outline-saffron"
        >
          <ArchMark className="size-8 shrink-0" />
          <span className="min-w-0">
            <span className="block truncate font-display text-xl leading-tight">{store}</span>
            <span className="block text-xs text-paper/75">Staff</span>
          </span>
        </Link>
        <nav aria-label="Staff" className="flex-1">
          <SectionLinks className={onInk} />
        </nav>
        <div className="border-t border-paper/20 pt-4">
          <Member soft="text-paper/75" />
          <WaysOut className={onInk} />
        </div>
      </div>
    </header>
  );
}

export function TopBar(): ReactNode {
  const store = useStoreName();
  const [open, setOpen] = useState(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <header className="sticky top-0 z-30 flex items-center gap-2 bg-ink px-3 py-2 text-paper lg:hidden">
        <IconButton
          label="Staff menu"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          className="hover:bg-paper/15 focus-visible:outline-saffron"
        >
          <Menu aria-hidden className="size-6" strokeWidth={1.75} />
        </IconButton>
        <Link
          to="/staff"
          activeOptions={{ exact: true }}
          className="flex min-w-0 items-center gap-2.5 focus-visible:outline-saffron"
        >
          <ArchMark className="size-7 shrink-0" />
          <span className="truncate font-display text-lg">{store}</span>
          <span className="rounded-full bg-paper/15 px-2.5 py-0.5 text-xs font-semibold">
            Staff
          </span>
        </Link>
      </header>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={`${store} staff`}
        side="left"
        footer={
          <div className="-mx-3">
            <Member soft="text-ink-soft" />
            <WaysOut className={onPaper} />
          </div>
        }
      >
        <nav aria-label="Staff, on small screens" className="-mx-3">
          <SectionLinks className={onPaper} />
        </nav>
      </Drawer>
    </>
  );
}
