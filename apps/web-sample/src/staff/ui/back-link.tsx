/** Up, to the list that a page came from. */
import { createLink } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

function BackAnchor({ children, ...anchor }: ComponentProps<"a">): ReactNode {
  return (
    <a {...anchor} className="link mb-2 inline-flex min-h-9 items-center gap-1 text-sm">
      <ChevronLeft aria-hidden className="size-4" />
      {children}
    </a>
  );
}

export const BackLink = createLink(BackAnchor);
