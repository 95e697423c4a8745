/** What is sold as a whole and lies in parts. */
import type { BundleStock } from "@souk/client/contracts/inventory";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { usePager } from "../ui/use-pager.ts";
import { PartStock } from "./bundle-part.tsx";
import { StockTabs } from "./stock-tabs.tsx";
import { VariantCell } from "./variant-cell.tsx";
import { variantName } from "./words.ts";

const PAGE_SIZE = 20;

const columns: readonly Column<BundleStock>[] = [
  { head: "Bundle", cell: ({ variant }) => <VariantCell {...variant} /> },
  {
    head: "Made of",
    cell: ({ components, available }) => (
      <ul>
        {components.map((part) => (
          <li key={part.variant_id}>
            {part.quantity} ×{" "}
            {variantName({ product_title: part.title, title: part.variant_title })}{" "}
            {available <= 0 && <PartStock part={part} />}
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
