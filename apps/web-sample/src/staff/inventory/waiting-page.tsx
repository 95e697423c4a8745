/** What people wait for, the most wanted first. */
import type { WantedVariant } from "@souk/client/contracts/stock-alerts";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { StockTabs } from "./stock-tabs.tsx";
import { VariantCell } from "./variant-cell.tsx";

const columns: readonly Column<WantedVariant>[] = [
  {
    head: "Variant",
    cell: ({ variant }) => <VariantCell {...variant} />,
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
        <Loaded query={wanted} label="The wishes are loading">
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-[0.95rem] text-ink-soft">Nobody waits for anything.</p>
            ) : (
              <DataTable
                caption="Waited for"
                columns={columns}
                rows={items}
                keyOf={({ variant }) => variant.id}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
