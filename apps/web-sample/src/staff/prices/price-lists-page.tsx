/** All price lists: for everybody or for a group, for a while or for good. */
import type { PriceList } from "@souk/client/contracts/prices";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { ListForm } from "./list-form.tsx";
import { ListStanding, Period } from "./list-standing.tsx";
import { PriceTabs } from "./price-tabs.tsx";
import { usePriceLists } from "./use-prices.ts";

const columns: readonly Column<PriceList>[] = [
  {
    head: "Name",
    cell: ({ id, name }) => (
      <Link to="/staff/prices/lists/$id" params={{ id }} className="link font-semibold">
        {name}
      </Link>
    ),
  },
  { head: "For", cell: ({ customer_group_name }) => customer_group_name ?? "Everybody" },
  { head: "State", cell: (list) => <ListStanding list={list} /> },
  { head: "Period", cell: (list) => <Period list={list} /> },
  { head: "Currency", cell: ({ currency }) => currency },
  { head: "Prices", align: "right", cell: ({ entry_count }) => entry_count },
];

function Lists(): ReactNode {
  return (
    <Loaded query={usePriceLists()} label="Price lists are loading">
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-[0.95rem] text-ink-soft">Everybody pays the price of the product.</p>
        ) : (
          <DataTable caption="Price lists" columns={columns} rows={items} keyOf={({ id }) => id} />
        )
      }
    </Loaded>
  );
}

export function StaffPricesPage(): ReactNode {
  const { can } = useAccess();
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <>
      <PageHead
        title="Prices"
        windowTitle="Price lists"
        intro="Shoppers pay the lowest price that holds for them."
      />
      <PriceTabs />
      <Panel
        title="Price lists"
        actions={
          can("products:write") && (
            <CompactButton look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden className="size-4" />
              New price list
            </CompactButton>
          )
        }
      >
        <Lists />
      </Panel>
      <Drawer open={adding} onClose={close} title="New price list">
        {adding && <ListForm list={null} onDone={close} />}
      </Drawer>
    </>
  );
}
