/** The audit trail: who did what, and whether it is still as it was written. */
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { type AuditSearch, type Span, spanNames, spans } from "../search.ts";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import { Pages } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { actionFamilies } from "./action-words.ts";
import { EntryList } from "./entry.tsx";
import { Verification } from "./verification.tsx";

const PAGE_SIZE = 25;
const HOUR_MS = 60 * 60_000;

const route = getRouteApi("/staff/audit");

const spanWords: Record<Span, string> = {
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

function useSince(span: Span | undefined): string | undefined {
  return useMemo(() => span && new Date(Date.now() - spans[span] * HOUR_MS).toISOString(), [span]);
}

export function StaffAuditPage(): ReactNode {
  const { action, actor, since } = route.useSearch();
  const navigate = route.useNavigate();
  const pager = usePager(JSON.stringify([action, actor, since]));
  const query = useQuery({
    ...useTRPC().core.audit.queryOptions({
      action,
      actor_id: actor,
      since: useSince(since),
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as AuditSearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead
        title="Audit trail"
        intro="Every act that matters. Each entry seals the one before, so none can be changed unseen."
      />
      <div className="grid gap-5">
        <Verification />
        <Panel title="Entries">
          <FilterBar>
            <FilterSelect
              label="Kind of act"
              all="All acts"
              value={action}
              options={actionFamilies}
              onChange={(next) => change({ action: next })}
              className="sm:w-52"
            />
            <FilterSelect
              label="Since"
              all="The beginning"
              value={since}
              options={spanNames.map((span) => [span, spanWords[span]])}
              onChange={(next) => change({ since: next })}
            />
            <FilterText
              label="Actor"
              placeholder="The id of a user or a key"
              value={actor}
              onChange={(next) => change({ actor: next })}
              className="col-span-2 sm:w-80"
            />
          </FilterBar>
          <Pages query={query} pager={pager} caption="Audit entries" empty="No entry matches.">
            {(entries) => <EntryList entries={entries} onActor={(id) => change({ actor: id })} />}
          </Pages>
        </Panel>
      </div>
    </>
  );
}
