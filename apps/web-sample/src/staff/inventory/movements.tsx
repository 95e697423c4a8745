/** Why a variant's stock is what it is: every movement, newest first. */
import { MovementType, type StockMovement } from "@souk/client/contracts/inventory";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useAccess } from "../access.ts";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterSelect } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { useLocations } from "./use-inventory.ts";
import { movementWords } from "./words.ts";

const PAGE_SIZE = 15;

const signed = (units: number): string => (units > 0 ? `+${units}` : `−${-units}`);

const quantityWords = { on_hand: "on hand", reserved: "held", allocated: "sold" } as const;
const quantities = ["on_hand", "reserved", "allocated"] as const;

function Change({ change }: StockMovement): ReactNode {
  return quantities
    .filter((name) => change[name] !== 0)
    .map((name) => (
      <span key={name} className="block whitespace-nowrap">
        <span className="tabular font-semibold">{signed(change[name])}</span>{" "}
        <span className="text-ink-soft">{quantityWords[name]}</span>
      </span>
    ));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function Reference({ reference, order_number: number }: StockMovement): ReactNode {
  const { can } = useAccess();
  if (number !== null && can("orders:read")) {
    return (
      <Link to="/staff/orders/$number" params={{ number }} className="link">
        {number}
      </Link>
    );
  }
  if (number !== null) return number;
  return UUID.test(reference) ? null : reference;
}

const columns: readonly Column<StockMovement>[] = [
  {
    head: "What",
    cell: ({ type }) => <span className="font-semibold">{movementWords[type]}</span>,
  },
  { head: "Change", cell: (movement) => <Change {...movement} /> },
  {
    head: "On hand after",
    align: "right",
    cell: ({ balance }) => balance.on_hand,
  },
  { head: "Warehouse", cell: ({ location }) => location.name },
  {
    head: "Why",
    cell: (movement) => (
      <>
        <Reference {...movement} />
        {movement.note && <span className="block text-ink-soft">{movement.note}</span>}
      </>
    ),
  },
  { head: "Who", cell: ({ actor }) => <span className="break-all">{actor ?? "The shop"}</span> },
  { head: "When", cell: ({ created_at }) => <Stamp at={created_at} /> },
];

export function Movements({ variantId }: { readonly variantId: string }): ReactNode {
  const [type, setType] = useState<MovementType>();
  const [location, setLocation] = useState<string>();
  const locations = useLocations();
  const pager = usePager(JSON.stringify([variantId, type, location]));
  const query = useQuery({
    ...useTRPC().inventory.movements.queryOptions({
      variant_id: variantId,
      type,
      location_id: location,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="Movements" intro="Its stock is the sum of these.">
      <FilterBar>
        <FilterSelect
          label="Kind"
          all="All"
          value={type}
          options={MovementType.options.map((known) => [known, movementWords[known]])}
          onChange={(next) => setType(MovementType.options.find((known) => known === next))}
        />
        <FilterSelect
          label="Where"
          all="All warehouses"
          value={location}
          options={(locations.data?.items ?? []).map(({ id, name }) => [id, name])}
          onChange={setLocation}
          className="sm:w-52"
        />
      </FilterBar>
      <PagedTable
        caption="Movements"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ id }) => id}
        empty="Nothing has moved."
      />
    </Panel>
  );
}
