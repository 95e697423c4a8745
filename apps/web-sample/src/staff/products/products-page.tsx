/** All products of the shop, those that nobody sees and those in the bin too. */
import type { StaffProductSummary } from "@souk/client/contracts/product-admin";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Price } from "../../ui/price.tsx";
import { useAccess } from "../access.ts";
import { CompactLink } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { usePager } from "../ui/use-pager.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { ProductFilters } from "./product-filters.tsx";
import { ProductBadge } from "./standing.tsx";

const PAGE_SIZE = 25;

const route = getRouteApi("/staff/products");

export function StaffProductsPage(): ReactNode {
  const { can } = useAccess();
  const search = route.useSearch();
  const { q, status, category, brand, tag, stock, sort, bin } = search;
  const list = JSON.stringify(search);
  const pager = usePager(list);
  const query = useQuery({
    ...useTRPC().products.staff.list.queryOptions({
      ...{ q, status, category, brand, tag },
      in_stock: stock === undefined ? undefined : stock === "in",
      ...(sort === undefined ? {} : { sort }),
      deleted: bin === "yes",
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.items ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  // What is not on this page is not chosen any more.
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const tick = (ids: readonly string[], on: boolean): void =>
    setTicked((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });

  const writes = can("products:write");
  const columns = columnsOf({ writes, ticked, refusals, tick });
  return (
    <>
      <PageHead
        title="Products"
        windowTitle="All products"
        actions={
          writes && (
            <CompactLink to="/staff/products/new" look="primary">
              <Plus aria-hidden className="size-4" />
              New product
            </CompactLink>
          )
        }
      />
      <Panel title={bin === "yes" ? "The bin" : "In the catalogue"}>
        <ProductFilters />
        {writes && rows.length > 0 && (
          <BulkBar
            key={list}
            chosen={chosen}
            inBin={bin === "yes"}
            all={rows.every(({ id }) => ticked.has(id))}
            onAll={(on) =>
              tick(
                rows.map(({ id }) => id),
                on,
              )
            }
            onDone={(refused) => {
              setRefusals(refused);
              setTicked(new Set(refused.keys()));
            }}
          />
        )}
        <PagedTable
          query={query}
          pager={pager}
          caption="Products"
          empty={bin === "yes" ? "Nothing is in the bin." : "No product matches."}
          columns={columns}
          keyOf={({ id }) => id}
        />
      </Panel>
    </>
  );
}

interface Ticking {
  readonly writes: boolean;
  readonly ticked: ReadonlySet<string>;
  readonly refusals: ReadonlyMap<string, string>;
  readonly tick: (ids: readonly string[], on: boolean) => void;
}

const columnsOf = ({
  writes,
  ticked,
  refusals,
  tick,
}: Ticking): readonly Column<StaffProductSummary>[] => [
  {
    head: "Product",
    cell: ({ id, title, vendor, picture }) => (
      <div className="flex items-center gap-3">
        {writes && (
          <input
            type="checkbox"
            aria-label={`Choose ${title}`}
            checked={ticked.has(id)}
            onChange={({ target }) => tick([id], target.checked)}
            className="size-5 shrink-0 accent-clay"
          />
        )}
        <Thumb picture={picture} />
        <span className="min-w-0">
          <Link to="/staff/products/$id" params={{ id }} className="link font-semibold">
            {title}
          </Link>
          <span className="block text-sm text-ink-soft">{vendor}</span>
          {refusals.has(id) && (
            <span role="alert" className="block text-sm font-medium text-alarm">
              {refusals.get(id)}
            </span>
          )}
        </span>
      </div>
    ),
  },
  { head: "Status", cell: (product) => <ProductBadge product={product} /> },
  {
    head: "Category",
    cell: ({ category }) => category?.name ?? <span className="text-ink-soft">None</span>,
  },
  {
    head: "Stock",
    cell: ({ in_stock }) =>
      in_stock ? (
        <span className="whitespace-nowrap">In stock</span>
      ) : (
        <span className="font-semibold whitespace-nowrap text-alarm">Out of stock</span>
      ),
  },
  { head: "Variants", align: "right", cell: ({ variant_count }) => variant_count },
  {
    head: "Price",
    align: "right",
    cell: ({ price, has_price_range }) =>
      price && (
        <>
          {has_price_range && <span className="text-ink-soft">from </span>}
          <Price money={price} />
        </>
      ),
  },
  { head: "Changed", cell: ({ updated_at }) => <Day at={updated_at} /> },
];
