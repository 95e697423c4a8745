/** What is sold as a whole and lies in parts. */
import type { BundleStock } from "@souk/client/contracts/inventory";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { StockTabs } from "./stock-tabs.tsx";
import { VariantCell } from "./variant-cell.tsx";
import { variantName } from "./words.ts";

const PAGE_SIZE = 20;

const columns: readonly Column<BundleStock>[] = [
  { head: "Bundle", cell: ({ variant }) => <VariantCell {...variant} /> },
  {
    head: "Made of",
    cell: ({ components }) => (
      <ul>
        {components.map(({ variant_id, quantity, title, variant_title }) => (
          <li key={variant_id}>
            {quantity} × {variantName({ product_title: title, title: variant_title })}
          </li>
        ))}
      </ul>
    ),
  },
  {
    head: "Available",
    align: "right",
    cell: ({ available }) => <strong className="font-semibold">{available}</strong>,
  },
];

export function StaffBundlesPage(): ReactNode {
  const pager = usePager("bundles");
  const query = useQuery({
    ...useTRPC().inventory.bundles.list.queryOptions({ limit: PAGE_SIZE, cursor: pager.cursor }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title="Stock"
        windowTitle="Bundles"
        intro="A bundle has no stock of its own: as many can be sold as its parts allow."
      />
      <StockTabs />
      <Panel title="Bundles" intro="Any variant becomes one on its own page.">
        <PagedTable
          caption="Bundles"
          query={query}
          pager={pager}
          columns={columns}
          keyOf={({ variant }) => variant.id}
          empty="There is no bundle yet."
        />
      </Panel>
    </>
  );
}
