/** Groups of customers: price lists are for them. */
import type { CustomerGroup } from "@souk/client/contracts/customer-groups";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { GroupForm } from "./group-form.tsx";
import { PriceTabs } from "./price-tabs.tsx";
import { useGroups } from "./use-prices.ts";

const columns: readonly Column<CustomerGroup>[] = [
  {
    head: "Name",
    cell: ({ id, name, description }) => (
      <>
        <Link to="/staff/prices/groups/$id" params={{ id }} className="link font-semibold">
          {name}
        </Link>
        <span className="block text-ink-soft">{description}</span>
      </>
    ),
  },
  { head: "Members", align: "right", cell: ({ member_count }) => member_count },
];

function Groups(): ReactNode {
  return (
    <Loaded query={useGroups()} label="Groups are loading">
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-[0.95rem] text-ink-soft">There is no group yet.</p>
        ) : (
          <DataTable
            caption="Customer groups"
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
          />
        )
      }
    </Loaded>
  );
}

export function StaffGroupsPage(): ReactNode {
  const { can } = useAccess();
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <>
      <PageHead
        title="Prices"
        windowTitle="Customer groups"
        intro="Customers who are treated alike, such as shops that sell on."
      />
      <PriceTabs />
      <Panel
        title="Customer groups"
        actions={
          can("users:write") && (
            <CompactButton look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden className="size-4" />
              New group
            </CompactButton>
          )
        }
      >
        <Groups />
      </Panel>
      <Drawer open={adding} onClose={close} title="New group">
        {adding && <GroupForm group={null} onDone={close} />}
      </Drawer>
    </>
  );
}
