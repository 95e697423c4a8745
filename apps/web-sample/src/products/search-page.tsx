/** What was found for some words; or everything, when there are none. */
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageTitle } from "../ui/page-title.tsx";
import { Listing } from "./listing.tsx";

const route = getRouteApi("/search");

function headingOf(q: string | undefined, vendors: readonly string[]): string {
  if (q !== undefined) return `“${q}”`;
  return vendors.length === 1 ? (vendors[0] ?? "") : "Everything in the souk";
}

export function SearchPage(): ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const heading = headingOf(search.q, search.vendor ?? []);
  return (
    <div className="frame">
      <PageTitle title={search.q === undefined ? heading : `Search: ${search.q}`} />
      <div className="border-b border-line pt-8 pb-8 md:pt-12 md:pb-10">
        {search.q !== undefined && <p className="text-ink-soft">Results for</p>}
        <h1 className="display-2 break-words">{heading}</h1>
      </div>
      <div className="pt-6 md:pt-10">
        <Listing
          search={search}
          onChange={(next) => void navigate({ search: next, resetScroll: false })}
        />
      </div>
    </div>
  );
}
