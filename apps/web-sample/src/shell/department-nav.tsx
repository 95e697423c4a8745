/** Departments in one row on wide screens, with a menu for those that have shelves of their own. */
import { Link, useRouterState } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { type Department, useMenuDepartments } from "./departments.ts";

const itemClass =
  "flex h-11 items-center gap-1 rounded-full px-3.5 text-[0.95rem] whitespace-nowrap " +
  "transition-colors hover:bg-paper-sunk";

/** A native disclosure: opens by Enter and Space, closes by Escape, or when the focus leaves. */
function DepartmentMenu({ department }: { readonly department: Department }): ReactNode {
  const details = useRef<HTMLDetailsElement>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const close = (): void => details.current?.removeAttribute("open");
  useEffect(close, [pathname]);

  return (
    <details
      ref={details}
      name="departments"
      className="group relative"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        close();
        details.current?.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className={`${itemClass} list-none group-open:bg-paper-sunk`}>
        {department.name}
        <ChevronDown
          aria-hidden
          className="size-4 text-ink-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <ul className="absolute top-full left-0 z-40 mt-2 min-w-60 rounded-xl border border-line bg-paper-raised p-2 shadow-lift">
        <li>
          <Link
            to="/c/$slug"
            params={{ slug: department.slug }}
            className="block rounded-lg px-4 py-2.5 font-semibold hover:bg-paper-sunk"
          >
            All {department.name.toLowerCase()}
          </Link>
        </li>
        {department.children.map(({ slug, name }) => (
          <li key={slug}>
            <Link
              to="/c/$slug"
              params={{ slug }}
              className="block rounded-lg px-4 py-2.5 hover:bg-paper-sunk"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function DepartmentNav(): ReactNode {
  const { shown, hasMore } = useMenuDepartments();
  return (
    <nav aria-label="Departments" className="hidden pb-2 lg:block">
      <ul className="frame flex min-h-11 flex-wrap items-center justify-center gap-x-1">
        {shown.map((department) => (
          <li key={department.slug}>
            {department.children.length > 0 ? (
              <DepartmentMenu department={department} />
            ) : (
              <Link to="/c/$slug" params={{ slug: department.slug }} className={itemClass}>
                {department.name}
              </Link>
            )}
          </li>
        ))}
        {hasMore && (
          <li>
            <Link to="/departments" className={itemClass}>
              All departments
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
