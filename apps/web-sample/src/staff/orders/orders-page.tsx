/** All orders of the shop, newest first. */
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { orderStatuses, type StaffOrdersSearch } from "../search.ts";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { orderColumns } from "./columns.tsx";

const PAGE_SIZE = 20;

const route = getRouteApi("/staff/orders");

const statusWords = { placed: "Placed", canceled: "Canceled" } as const;

export function StaffOrdersPage(): ReactNode {
  const { q, status } = route.useSearch();
  const navigate = route.useNavigate();
  const pager = usePager(JSON.stringify([q, status]));
  const query = useQuery({
    ...useTRPC().orders.listAll.queryOptions({
      search: q,
      status,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as StaffOrdersSearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead title="Orders" windowTitle="All orders" intro="Everything that was bought here." />
      <Panel title="All orders">
        <FilterBar>
          <FilterText
            label="Search"
            placeholder="Number or address"
            value={q}
            onChange={(next) => change({ q: next })}
            className="col-span-2 sm:w-72"
          />
          <FilterSelect
            label="Status"
            all="All"
            value={status}
            options={orderStatuses.map((known) => [known, statusWords[known]])}
            onChange={(next) => change({ status: next })}
          />
        </FilterBar>
        <PagedTable
          caption="Orders"
          query={query}
          pager={pager}
          columns={orderColumns}
          keyOf={({ id }) => id}
          empty="No order matches."
        />
      </Panel>
    </>
  );
}
