/** What people wait for, the most wanted first. */
import type { WantedVariant } from "@souk/client/contracts/stock-alerts";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Failure } from "../ui/failure.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { StockTabs } from "./stock-tabs.tsx";
import { variantName } from "./words.ts";

const columns: readonly Column<WantedVariant>[] = [
  {
    head: "Variant",
    cell: ({ variant }) => (
      <>
        <Link
          to="/staff/inventory/variants/$id"
          params={{ id: variant.id }}
          className="link font-semibold"
        >
          {variantName(variant)}
        </Link>
        <span className="block text-ink-soft">{variant.sku ?? "No SKU"}</span>
      </>
    ),
  },
  { head: "People", align: "right", cell: ({ waiting }) => waiting },
  { head: "Since", cell: ({ since }) => <Day at={since} /> },
];

export function StaffWaitingPage(): ReactNode {
  const wanted = useQuery(useTRPC().inventory.alerts.wanted.queryOptions());
  return (
    <>
      <PageHead
        title="Stock"
        windowTitle="Waited for"
        intro="Who asked for a mail when something is back. Receive some, and they get it."
      />
      <StockTabs />
      <Panel title="Waited for" intro="The most wanted first">
        {wanted.isPending && (
          <Loading label="The wishes are loading">
            <Skeleton className="h-12 w-full" />
          </Loading>
        )}
        {wanted.isError && !wanted.data && (
          <Failure error={wanted.error} onRetry={() => void wanted.refetch()} />
        )}
        {wanted.data?.items.length === 0 && (
          <p className="text-[0.95rem] text-ink-soft">Nobody waits for anything.</p>
        )}
        {wanted.data && wanted.data.items.length > 0 && (
          <DataTable
            caption="Waited for"
            columns={columns}
            rows={wanted.data.items}
            keyOf={({ variant }) => variant.id}
          />
        )}
      </Panel>
    </>
  );
}
