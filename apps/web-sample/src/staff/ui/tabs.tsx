/** Pages or views that belong together, each with an address of its own. */
import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";

interface TabsProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Tabs({ label, children }: TabsProps): ReactNode {
  return (
    <nav
      aria-label={label}
      className="mb-5 flex w-fit max-w-full flex-wrap gap-1 rounded-3xl border border-line bg-paper-raised p-1"
    >
      {children}
    </nav>
  );
}

interface TabProps extends ComponentProps<"a"> {
  /** How many are behind it, where that matters. */
  readonly count?: number | undefined;
}

function TabAnchor({ count = 0, children, ...anchor }: TabProps): ReactNode {
  return (
    <a
      {...anchor}
      className="inline-flex min-h-10 items-center gap-2 rounded-full px-4 text-sm font-semibold hover:bg-paper-sunk aria-[current]:bg-ink aria-[current]:text-paper"
    >
      {children}
      {count > 0 && <Count of={count} />}
    </a>
  );
}

/** Its address decides whether it is the current one; `activeProps` of the router does the rest. */
export const Tab = createLink(TabAnchor);

export function Count({ of }: { readonly of: number }): ReactNode {
  return (
    <span className="tabular inline-flex min-w-6 justify-center rounded-full bg-saffron px-1.5 text-xs leading-6 font-semibold text-ink">
      {of}
    </span>
  );
}
