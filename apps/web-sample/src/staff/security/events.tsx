/** The latest of the audit trail, beside the numbers. */
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { actionFamilies } from "../audit/action-words.ts";
import { EntryList } from "../audit/entry.tsx";
import { CompactLink } from "../ui/compact-button.tsx";
import { FilterBar, FilterSelect } from "../ui/filters.tsx";
import { Pages } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { useLiveInterval } from "./live.tsx";

const PAGE_SIZE = 10;

const route = getRouteApi("/staff/security");

export function SecurityEvents(): ReactNode {
  const trpc = useTRPC();
  const { family } = route.useSearch();
  const navigate = route.useNavigate();
  const pager = usePager(family ?? "");
  const query = useQuery({
    ...trpc.core.audit.queryOptions({ action: family, limit: PAGE_SIZE, cursor: pager.cursor }),
    ...useLiveInterval(),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      title="Security events"
      intro="The latest of the audit trail"
      actions={
        <CompactLink to="/staff/audit" look="secondary">
          Whole audit trail
        </CompactLink>
      }
    >
      <FilterBar>
        <FilterSelect
          label="Kind of event"
          all="All events"
          value={family}
          options={actionFamilies}
          onChange={(next) =>
            void navigate({
              search: ({ family: _, ...before }) =>
                next === undefined ? before : { ...before, family: next },
              replace: true,
              resetScroll: false,
            })
          }
          className="col-span-2 sm:w-52"
        />
      </FilterBar>
      <Pages query={query} pager={pager} caption="Security events" empty="No such event yet.">
        {(entries) => <EntryList entries={entries} />}
      </Pages>
    </Panel>
  );
}
