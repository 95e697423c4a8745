/** Who tried to sign in lately, narrowed by the filters in the address. */
import type { AttemptOfAnybody } from "@souk/client/contracts/security";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { attemptReasons, attemptWords } from "../../users/attempt-words.ts";
import { useAccess } from "../access.ts";
import { attemptResults, type SecuritySearch } from "../search.ts";
import { Badge } from "../ui/badge.tsx";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { useLiveInterval } from "./live.tsx";

const PAGE_SIZE = 10;

const route = getRouteApi("/staff/security");

export function AttemptOutcome({ attempt }: { readonly attempt: AttemptOfAnybody }): ReactNode {
  const tone = attempt.result === "succeeded" ? "good" : "bad";
  return <Badge tone={tone}>{attemptWords(attempt.reason)}</Badge>;
}

function Account({ attempt }: { readonly attempt: AttemptOfAnybody }): ReactNode {
  const { can } = useAccess();
  if (attempt.user_id === null || !can("users:read")) {
    return <span className="break-all">{attempt.account}</span>;
  }
  return (
    <Link
      to="/staff/users/$id"
      params={{ id: attempt.user_id }}
      className="link font-semibold break-all"
    >
      {attempt.account}
    </Link>
  );
}

const columns: readonly Column<AttemptOfAnybody>[] = [
  { head: "Account", cell: (attempt) => <Account attempt={attempt} /> },
  { head: "Outcome", cell: (attempt) => <AttemptOutcome attempt={attempt} /> },
  { head: "When", cell: ({ created_at }) => <Stamp at={created_at} /> },
  { head: "From", cell: ({ ip }) => <span className="break-all">{ip}</span> },
  { head: "Device", cell: ({ device }) => device },
];

function Filters({ search }: { readonly search: SecuritySearch }): ReactNode {
  const navigate = route.useNavigate();
  const change = (changes: Partial<Record<keyof SecuritySearch, string | undefined>>): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as SecuritySearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <FilterBar>
      <FilterSelect
        label="Result"
        all="All results"
        value={search.result}
        options={attemptResults.map((result) => [
          result,
          result === "succeeded" ? "Succeeded" : "Failed",
        ])}
        onChange={(result) => change({ result })}
        className="sm:w-36"
      />
      <FilterSelect
        label="Reason"
        all="All reasons"
        value={search.reason}
        options={attemptReasons}
        onChange={(reason) => change({ reason })}
      />
      <FilterText
        label="Account"
        placeholder="The whole address"
        value={search.account}
        onChange={(account) => change({ account })}
      />
      <FilterText
        label="IP address"
        value={search.ip}
        onChange={(ip) => change({ ip })}
        className="sm:w-44"
      />
    </FilterBar>
  );
}

export function Attempts(): ReactNode {
  const trpc = useTRPC();
  const search = route.useSearch();
  const { result, reason, account, ip } = search;
  const filters = { result, reason, account, ip };
  const pager = usePager(JSON.stringify(filters));
  const query = useQuery({
    ...trpc.authentication.security.attempts.queryOptions({
      ...filters,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    ...useLiveInterval(),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Sign-in attempts" intro="Newest first, of the last 90 days">
      <Filters search={search} />
      <PagedTable
        caption="Sign-in attempts"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ id }) => id}
        empty="No attempt matches."
      />
    </Panel>
  );
}
