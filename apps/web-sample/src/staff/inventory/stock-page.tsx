/** Stock by variant and warehouse, with what is low and what is out. */
import type { StockLevel } from "@souk/client/contracts/inventory";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Sigma } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { FilterBar, FilterSelect, FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { useAct } from "../ui/use-act.ts";
import { usePager } from "../ui/use-pager.ts";
import type { StockSearch } from "./search.ts";
import { StockTabs } from "./stock-tabs.tsx";
import { useLocations } from "./use-inventory.ts";
import { VariantCell } from "./variant-cell.tsx";

const PAGE_SIZE = 25;

const route = getRouteApi("/staff/inventory");

export function LevelState({ level }: { readonly level: StockLevel }): ReactNode {
  if (!level.location.is_active) return <Badge tone="plain">Closed</Badge>;
  if (level.available <= 0) return <Badge tone="bad">Out</Badge>;
  // A pre-order or a back-order, as the variant's own terms say.
  const onShelf = level.on_hand - level.reserved - level.allocated;
  if (onShelf <= 0) return <Badge tone="waiting">Sold ahead</Badge>;
  if (level.on_hand < level.low_stock_threshold) return <Badge tone="waiting">Low</Badge>;
  return <Badge tone="good">Fine</Badge>;
}

const columns: readonly Column<StockLevel>[] = [
  {
    head: "Variant",
    cell: ({ variant }) => <VariantCell {...variant} />,
  },
  { head: "Warehouse", cell: ({ location }) => location.name },
  { head: "State", cell: (level) => <LevelState level={level} /> },
  { head: "On hand", align: "right", cell: ({ on_hand }) => on_hand },
  { head: "Held", align: "right", cell: ({ reserved }) => reserved },
  { head: "Sold", align: "right", cell: ({ allocated }) => allocated },
  {
    head: "Available",
    align: "right",
    cell: ({ available }) => <strong className="font-semibold">{available}</strong>,
  },
  { head: "Coming", align: "right", cell: ({ incoming }) => incoming },
];

/** That no number stands there which its history does not explain. */
function SumCheck(): ReactNode {
  const souk = useSouk();
  const check = useAct({
    run: () => souk.inventory.verify.query(),
    say: ({ ok, levels, problems }) =>
      ok
        ? `All ${levels} levels are the sum of their movements.`
        : (problems[0]?.problem ?? "A level is not the sum of its movements."),
    changed: async () => undefined,
  });
  return (
    <CompactButton pending={check.isPending} onClick={() => check.mutate()}>
      <Sigma aria-hidden className="size-4" />
      Check the sums
    </CompactButton>
  );
}

export function StaffStockPage(): ReactNode {
  const { q, state, location } = route.useSearch();
  const navigate = route.useNavigate();
  const locations = useLocations();
  const pager = usePager(JSON.stringify([q, state, location]));
  const query = useQuery({
    ...useTRPC().inventory.levels.queryOptions({
      q,
      location_id: location,
      low: state === "low" || undefined,
      out: state === "out" || undefined,
      preorder: state === "preorder" || undefined,
      backorder: state === "backorder" || undefined,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as StockSearch,
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead
        title="Stock"
        windowTitle="Stock levels"
        intro="What lies where, what is promised, and what can still be sold."
        actions={<SumCheck />}
      />
      <StockTabs />
      <Panel title="Levels">
        <FilterBar>
          <FilterText
            label="Search"
            placeholder="How a SKU or a title begins"
            value={q}
            onChange={(next) => change({ q: next })}
            className="col-span-2 sm:w-72"
          />
          <FilterSelect
            label="State"
            all="All"
            value={state}
            options={[
              ["low", "Low stock"],
              ["out", "Out of stock"],
              ["preorder", "Sold as pre-orders"],
              ["backorder", "Sold as back-orders"],
            ]}
            onChange={(next) => change({ state: next })}
          />
          <FilterSelect
            label="Warehouse"
            all="All"
            value={location}
            options={(locations.data?.items ?? []).map(({ id, name }) => [id, name])}
            onChange={(next) => change({ location: next })}
            className="sm:w-52"
          />
        </FilterBar>
        <PagedTable
          caption="Stock levels"
          query={query}
          pager={pager}
          columns={columns}
          keyOf={({ id }) => id}
          empty="Nothing matches. The search looks at how SKUs and titles begin."
        />
      </Panel>
    </>
  );
}
