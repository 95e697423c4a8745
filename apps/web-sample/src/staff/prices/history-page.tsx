/** What a variant cost before, with the lowest price of 30 days that a reduction must name. */
import type { PastPrice } from "@souk/client/contracts/prices";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Price } from "../../ui/price.tsx";
import type { Column } from "../ui/data-table.tsx";
import { Failure } from "../ui/failure.tsx";
import { FilterBar, FilterSelect } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";
import { PriceChart } from "./price-chart.tsx";
import { PriceTabs } from "./price-tabs.tsx";
import { ProductFinder } from "./product-finder.tsx";
import type { HistorySearch } from "./search.ts";
import { useCurrencies } from "./use-prices.ts";

const PAGE_SIZE = 15;
/** What the chart shows at most. */
const CHARTED = 100;

const route = getRouteApi("/staff/prices/history");

const columns: readonly Column<PastPrice>[] = [
  { head: "From", cell: ({ valid_from }) => <Stamp at={valid_from} /> },
  {
    head: "Price",
    align: "right",
    cell: ({ price }) =>
      price ? <Price money={price} className="font-semibold" /> : "Not for sale",
  },
  {
    head: "Instead of",
    align: "right",
    cell: ({ compare_at_price }) => (compare_at_price ? <Price money={compare_at_price} /> : "–"),
  },
  { head: "Set by", cell: ({ actor }) => actor ?? "The shop" },
  { head: "Came from", cell: ({ reference }) => reference },
];

interface HistoryProps {
  readonly variantId: string;
  readonly currency: string;
}

function Chart({ variantId, currency }: HistoryProps): ReactNode {
  const history = useQuery(
    useTRPC().prices.history.queryOptions({ variant_id: variantId, currency, limit: CHARTED }),
  );
  if (!history.data || history.data.items.length === 0) return null;
  return <PriceChart prices={history.data.items} currency={currency} />;
}

function History({ variantId, currency }: HistoryProps): ReactNode {
  const pager = usePager(JSON.stringify([variantId, currency]));
  const query = useQuery({
    ...useTRPC().prices.history.queryOptions({
      variant_id: variantId,
      currency,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="grid gap-5">
      <Chart variantId={variantId} currency={currency} />
      <PagedTable
        caption="Prices of before"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ valid_from }) => valid_from}
        empty={`It was never sold in ${currency}.`}
      />
    </div>
  );
}

function OfProduct({ productId }: { readonly productId: string }): ReactNode {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const currencies = useCurrencies();
  const product = useQuery(useTRPC().products.staff.get.queryOptions({ id: productId }));
  if (product.isError) {
    return <Failure error={product.error} onRetry={() => void product.refetch()} />;
  }
  const variants = product.data?.variants ?? [];
  const variantId = search.variant ?? variants[0]?.id;
  const currency = search.currency ?? currencies[0];
  const change = (changes: object): void => {
    void navigate({
      search: (before) => ({ ...before, ...changes }) as HistorySearch,
      replace: true,
      resetScroll: false,
    });
  };
  if (product.data === undefined || variantId === undefined || currency === undefined) return null;
  const [first, ...others] = variants;
  const words = (variant: { title: string; sku: string | null }): string =>
    variant.title || variant.sku || "The only one";
  return (
    <Panel title={product.data.title}>
      <FilterBar>
        {others.length > 0 && first && (
          <FilterSelect
            label="Variant"
            all={words(first)}
            value={search.variant}
            options={others.map((variant) => [variant.id, words(variant)])}
            onChange={(next) => change({ variant: next })}
            className="sm:w-56"
          />
        )}
        <FilterSelect
          label="Currency"
          all={currencies[0] ?? ""}
          value={search.currency}
          options={currencies.slice(1).map((known) => [known, known])}
          onChange={(next) => change({ currency: next })}
        />
      </FilterBar>
      <History variantId={variantId} currency={currency} />
    </Panel>
  );
}

export function StaffPriceHistoryPage(): ReactNode {
  const { product } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHead
        title="Prices"
        windowTitle="Price history"
        intro="Every price that a variant ever had."
      />
      <PriceTabs />
      <div className="grid gap-5">
        <Panel title="Of which product">
          <ProductFinder
            onChoose={({ id }) => void navigate({ search: { product: id }, replace: true })}
          />
        </Panel>
        {product !== undefined && <OfProduct key={product} productId={product} />}
      </div>
    </>
  );
}
