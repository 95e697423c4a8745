/** Stock on its way between warehouses. */
import type { TransferSummary } from "@souk/client/contracts/stock-transfers";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import { Badge } from "../ui/badge.tsx";
import { CompactLink } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterSelect } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { type TransfersSearch, transferStatuses } from "./search.ts";
import { StockTabs } from "./stock-tabs.tsx";
import { transferTones, transferWords } from "./words.ts";

const PAGE_SIZE = 20;

const route = getRouteApi("/staff/inventory/transfers");

const columns: readonly Column<TransferSummary>[] = [
  {
    head: "Number",
    cell: ({ id, number }) => (
      <Link to="/staff/inventory/transfers/$id" params={{ id }} className="link font-semibold">
        {number}
      </Link>
    ),
  },
  { head: "From", cell: ({ from }) => from.name },
  { head: "To", cell: ({ to }) => to.name },
  {
    head: "State",
    cell: ({ status }) => <Badge tone={transferTones[status]}>{transferWords[status]}</Badge>,
  },
  { head: "Units", align: "right", cell: ({ units }) => units },
  { head: "Written", cell: ({ created_at }) => <Day at={created_at} /> },
];

export function StaffTransfersPage(): ReactNode {
  const { status } = route.useSearch();
  const navigate = route.useNavigate();
  const { can } = useAccess();
  const pager = usePager(JSON.stringify([status]));
  const query = useQuery({
    ...useTRPC().inventory.transfers.list.queryOptions({
      status,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title="Stock" windowTitle="Transfers" intro="From one warehouse to another." />
      <StockTabs />
      <Panel
        title="Transfers"
        actions={
          can("inventory:write") && (
            <CompactLink look="primary" to="/staff/inventory/transfers/new">
              <Plus aria-hidden className="size-4" />
              New transfer
            </CompactLink>
          )
        }
      >
        <FilterBar>
          <FilterSelect
            label="State"
            all="All"
            value={status}
            options={transferStatuses.map((known) => [known, transferWords[known]])}
            onChange={(next) =>
              void navigate({ search: { status: next } as TransfersSearch, replace: true })
            }
          />
        </FilterBar>
        <PagedTable
          caption="Transfers"
          query={query}
          pager={pager}
          columns={columns}
          keyOf={({ id }) => id}
          empty="No transfer matches."
        />
      </Panel>
    </>
  );
}
