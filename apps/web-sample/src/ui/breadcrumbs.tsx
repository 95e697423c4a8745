/** The way down to this page. */
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface BreadcrumbsProps {
  readonly trail: readonly { readonly slug: string; readonly name: string }[];
  /** The page itself, last and without a link. */
  readonly here?: string;
}

export function Breadcrumbs({ trail, here }: BreadcrumbsProps): ReactNode {
  return (
    <nav aria-label="Breadcrumb" className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        <li>
          <Link to="/" className="hover:text-ink hover:underline">
            Home
          </Link>
        </li>
        {trail.map(({ slug, name }) => (
          <li key={slug} className="flex items-center gap-1.5">
            <ChevronRight aria-hidden className="size-3.5" />
            <Link to="/c/$slug" params={{ slug }} className="hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
        {here && (
          <li className="flex items-center gap-1.5">
            <ChevronRight aria-hidden className="size-3.5" />
            <span aria-current="page" className="text-ink">
              {here}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
