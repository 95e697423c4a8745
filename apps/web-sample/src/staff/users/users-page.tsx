/** All accounts of the shop, found by name or address. */
import type { UserForStaff } from "@souk/client/contracts/users";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type UsersSearch, userStatuses } from "../search.ts";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day, Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { StandingBadges } from "./standing.tsx";

const PAGE_SIZE = 20;

const route = getRouteApi("/staff/users");

const statusWords = { active: "Active", disabled: "Disabled", unverified: "Unverified" } as const;

const columns: readonly Column<UserForStaff>[] = [
  {
    head: "Name",
    cell: ({ id, first_name, last_name, email }) => (
      <>
        <Link to="/staff/users/$id" params={{ id }} className="link font-semibold">
          {`${first_name} ${last_name}`}
        </Link>
        <span className="block text-sm break-all text-ink-soft">{email}</span>
      </>
    ),
  },
  { head: "Status", cell: (user) => <StandingBadges user={user} /> },
  { head: "Orders", align: "right", cell: ({ orders }) => orders },
  { head: "Joined", cell: ({ date_joined }) => <Day at={date_joined} /> },
  {
    head: "Last sign-in",
    cell: ({ last_sign_in_at }) =>
      last_sign_in_at === null ? (
        <span className="text-ink-soft">Never</span>
      ) : (
        <Stamp at={last_sign_in_at} />
      ),
  },
];

export function StaffUsersPage(): ReactNode {
  const { q, status } = route.useSearch();
  const navigate = route.useNavigate();
  const pager = usePager(JSON.stringify([q, status]));
  const query = useQuery({
    ...useTRPC().users.list.queryOptions({
      search: q,
      status,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as UsersSearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead title="Users" intro="Everybody who has an account in this shop." />
      <Panel title="Accounts">
        <FilterBar>
          <FilterText
            label="Search"
            placeholder="Name, user name or address"
            value={q}
            onChange={(next) => change({ q: next })}
            className="col-span-2 sm:w-72"
          />
          <FilterSelect
            label="Status"
            all="All"
            value={status}
            options={userStatuses.map((known) => [known, statusWords[known]])}
            onChange={(next) => change({ status: next })}
          />
        </FilterBar>
        <PagedTable
          caption="Accounts"
          query={query}
          pager={pager}
          columns={columns}
          keyOf={({ id }) => id}
          empty="Nobody matches. The search looks at how names and addresses begin."
        />
      </Panel>
    </>
  );
}
