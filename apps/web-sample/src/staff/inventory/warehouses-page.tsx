/** Where stock lies, in the order in which it is drawn on. */
import type { StockLocation } from "@souk/client/contracts/stock-locations";
import { useSouk } from "@souk/client/react";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { Badge } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { StockTabs } from "./stock-tabs.tsx";
import { useLocations, useStockChanged } from "./use-inventory.ts";
import { WarehouseForm } from "./warehouse-form.tsx";

const columns: readonly Column<StockLocation>[] = [
  {
    head: "Name",
    cell: ({ id, name, code }) => (
      <>
        <Link to="/staff/inventory" search={{ location: id }} className="link font-semibold">
          {name}
        </Link>
        <span className="block text-ink-soft">{code}</span>
      </>
    ),
  },
  { head: "Priority", align: "right", cell: ({ position }) => position },
  { head: "Country", cell: ({ country_code }) => country_code || "Not said" },
  {
    head: "State",
    cell: ({ is_active }) => (
      <Badge tone={is_active ? "good" : "plain"}>{is_active ? "Open" : "Closed"}</Badge>
    ),
  },
];

/** `new` is one that is not there yet. */
type Edited = StockLocation | "new" | null;

function Warehouses({ locations }: { readonly locations: readonly StockLocation[] }): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const changed = useStockChanged();
  const [edited, setEdited] = useState<Edited>(null);
  const [doomed, setDoomed] = useState<StockLocation | null>(null);
  const close = (): void => setEdited(null);
  const writes = can("inventory:write");
  const action: Column<StockLocation> = {
    head: "Actions",
    plain: true,
    align: "right",
    cell: (location) => (
      <span className="flex flex-wrap gap-2 md:justify-end">
        <CompactButton onClick={() => setEdited(location)}>
          Edit<span className="sr-only">{` ${location.name}`}</span>
        </CompactButton>
        <CompactButton look="danger" onClick={() => setDoomed(location)}>
          Delete<span className="sr-only">{` ${location.name}`}</span>
        </CompactButton>
      </span>
    ),
  };
  return (
    <Panel
      title="Warehouses"
      intro="An order draws on the first that has what it needs."
      actions={
        writes && (
          <CompactButton look="primary" onClick={() => setEdited("new")}>
            <Plus aria-hidden className="size-4" />
            New warehouse
          </CompactButton>
        )
      }
    >
      <DataTable
        caption="Warehouses"
        columns={writes ? [...columns, action] : columns}
        rows={locations}
        keyOf={({ id }) => id}
      />
      <Drawer
        open={edited !== null}
        onClose={close}
        title={edited === "new" || edited === null ? "New warehouse" : `Edit ${edited.name}`}
      >
        {edited !== null && (
          <WarehouseForm location={edited === "new" ? null : edited} onDone={close} />
        )}
      </Drawer>
      <Confirm
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        title={`Delete ${doomed?.name ?? "the warehouse"}?`}
        action="Delete the warehouse"
        onConfirm={async () => {
          if (doomed === null) return;
          await souk.inventory.locations.remove.mutate({ id: doomed.id });
          toasts.say(`${doomed.name} is gone.`);
          await changed();
        }}
      >
        <p>Only one where nothing ever lay. Close any other: its history stays.</p>
      </Confirm>
    </Panel>
  );
}

export function StaffWarehousesPage(): ReactNode {
  const locations = useLocations();
  return (
    <>
      <PageHead title="Stock" windowTitle="Warehouses" intro="Where things lie and go out from." />
      <StockTabs />
      <Loaded query={locations} label="The warehouses are loading">
        {({ items }) => <Warehouses locations={items} />}
      </Loaded>
    </>
  );
}
