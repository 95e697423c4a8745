/** One variant's whole stock: where it lies, on which terms it is sold, and how it came to be so. */
import type { StockLevel, VariantStock } from "@souk/client/contracts/inventory";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Drawer } from "../../ui/drawer.tsx";
import { useAccess } from "../access.ts";
import { BackLink } from "../ui/back-link.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Facts, PageHead, Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { Bundle } from "./bundle.tsx";
import { type ChangeKind, changes, kindsOf } from "./change-form.tsx";
import { Movements } from "./movements.tsx";
import { LevelState } from "./stock-page.tsx";
import { LimitForm, TermsForm } from "./terms.tsx";
import { variantName } from "./words.ts";

const route = getRouteApi("/staff/inventory/variants/$id");

interface StockProps {
  readonly stock: VariantStock;
}

function ChangeButtons({ stock }: StockProps): ReactNode {
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const close = (): void => setKind(null);
  const Body = kind && changes[kind].Body;
  return (
    <>
      {kindsOf(stock).map((offered) => (
        <CompactButton
          key={offered}
          look={offered === "receive" ? "primary" : "secondary"}
          onClick={() => setKind(offered)}
        >
          {changes[offered].title}
        </CompactButton>
      ))}
      <Drawer open={kind !== null} onClose={close} title={kind ? changes[kind].title : "Change"}>
        {Body && <Body stock={stock} onDone={close} />}
      </Drawer>
    </>
  );
}

const numbers: readonly Column<StockLevel>[] = [
  { head: "Warehouse", cell: ({ location }) => <strong>{location.name}</strong> },
  { head: "State", cell: (level) => <LevelState level={level} /> },
  { head: "On hand", align: "right", cell: ({ on_hand }) => on_hand },
  { head: "Held", align: "right", cell: ({ reserved }) => reserved },
  { head: "Sold", align: "right", cell: ({ allocated }) => allocated },
  { head: "May sell ahead", align: "right", cell: ({ backorder_limit }) => backorder_limit },
  {
    head: "Available",
    align: "right",
    cell: ({ available }) => <strong className="font-semibold">{available}</strong>,
  },
  { head: "Coming", align: "right", cell: ({ incoming }) => incoming },
];

function Levels({ stock }: StockProps): ReactNode {
  const { can } = useAccess();
  const [limited, setLimited] = useState<StockLevel | null>(null);
  const close = (): void => setLimited(null);
  const columns = can("inventory:write")
    ? [
        ...numbers,
        {
          head: "Action",
          plain: true,
          align: "right" as const,
          cell: (level: StockLevel) => (
            <CompactButton onClick={() => setLimited(level)}>
              Sell ahead<span className="sr-only">{` from ${level.location.name}`}</span>
            </CompactButton>
          ),
        },
      ]
    : numbers;
  return (
    <Panel
      title="Where it lies"
      intro="Available is on hand and what may be sold ahead of it, less held and sold."
    >
      {stock.levels.length === 0 ? (
        <p className="text-[0.95rem] text-ink-soft">
          {stock.tracks_inventory ? "It was never in any warehouse." : "Its stock is not counted."}
        </p>
      ) : (
        <DataTable
          caption="Stock by warehouse"
          columns={columns}
          rows={stock.levels}
          keyOf={({ id }) => id}
        />
      )}
      <Drawer open={limited !== null} onClose={close} title="Sell ahead">
        {limited && <LimitForm level={limited} onDone={close} />}
      </Drawer>
    </Panel>
  );
}

const waitingText = (waiting: number): string => {
  if (waiting === 0) return "Nobody";
  return waiting === 1 ? "1 person" : `${waiting} people`;
};

function Terms({ stock }: StockProps): ReactNode {
  const { can } = useAccess();
  const [editing, setEditing] = useState(false);
  const close = (): void => setEditing(false);
  return (
    <Panel
      title="Low stock and pre-orders"
      intro="When it counts as low, and when what is ordered ahead is sent."
      actions={
        can("inventory:write") && (
          <CompactButton onClick={() => setEditing(true)}>Edit them</CompactButton>
        )
      }
    >
      <Facts
        items={[
          ["Available", stock.tracks_inventory ? String(stock.available) : "Not counted"],
          ["Low below", stock.low_stock_threshold ?? "The shop’s own number"],
          [
            "Pre-orders ship",
            stock.preorder_ships_at === null ? (
              "No pre-orders"
            ) : (
              <Day key="preorder" at={stock.preorder_ships_at} />
            ),
          ],
          ["Waiting for it", waitingText(stock.waiting)],
        ]}
      />
      <Drawer open={editing} onClose={close} title="Low stock and pre-orders">
        {editing && <TermsForm stock={stock} onDone={close} />}
      </Drawer>
    </Panel>
  );
}

function Stock({ stock }: StockProps): ReactNode {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title={variantName({ product_title: stock.product_title, title: stock.title })}
        intro={stock.sku ?? "No SKU"}
        actions={can("inventory:write") && <ChangeButtons stock={stock} />}
      />
      <div className="grid gap-5">
        {stock.components.length === 0 && <Levels stock={stock} />}
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Terms stock={stock} />
          <Bundle stock={stock} />
        </div>
        {stock.components.length === 0 && <Movements variantId={stock.id} />}
      </div>
    </>
  );
}

export function StaffVariantStockPage(): ReactNode {
  const { id } = route.useParams();
  const stock = useQuery(useTRPC().inventory.variant.queryOptions({ variant_id: id }));
  return (
    <>
      <BackLink to="/staff/inventory">All stock</BackLink>
      <Loaded query={stock} what="variant" label="The stock is loading">
        {(found) => <Stock stock={found} />}
      </Loaded>
    </>
  );
}
