/** The whole shop in one drawer, for small screens. */
import { Link, useRouterState } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Drawer } from "../ui/drawer.tsx";
import { useSession } from "../users/session.ts";
import { useDepartments } from "./departments.ts";

interface MobileMenuProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function useCloseOnNavigation(onClose: () => void): void {
  const href = useRouterState({ select: (state) => state.location.href });
  useEffect(onClose, [href]);
}

function Departments(): ReactNode {
  const { data: departments = [] } = useDepartments();
  return (
    <ul className="divide-y divide-line">
      {departments.map(({ slug, name, children }) => (
        <li key={slug} className="py-3">
          <Link
            to="/c/$slug"
            params={{ slug }}
            className="display-4 flex min-h-11 items-center justify-between"
          >
            {name}
            <ChevronRight aria-hidden className="size-5 text-ink-soft" />
          </Link>
          {children.length > 0 && (
            <ul className="mt-1 flex flex-wrap gap-2 pb-1">
              {children.map((child) => (
                <li key={child.slug}>
                  <Link
                    to="/c/$slug"
                    params={{ slug: child.slug }}
                    className="inline-flex min-h-10 items-center rounded-full bg-paper-sunk px-4 text-sm"
                  >
                    {child.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

export function MobileMenu({ open, onClose }: MobileMenuProps): ReactNode {
  const { user } = useSession();
  useCloseOnNavigation(onClose);
  const footerLink = "flex min-h-11 items-center font-semibold";
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title="Departments"
      side="left"
      footer={
        user ? (
          <Link to="/account" className={footerLink}>
            Your account, {user.first_name}
          </Link>
        ) : (
          <div className="flex gap-8">
            <Link to="/sign-in" className={footerLink}>
              Sign in
            </Link>
            <Link to="/register" className={footerLink}>
              Create an account
            </Link>
          </div>
        )
      }
    >
      <nav aria-label="Departments, on small screens">
        <Departments />
      </nav>
    </Drawer>
  );
}
