/** What is in stock of each variant, in each warehouse: counted here, changed at once. */
import type { VariantStock } from "@souk/client/contracts/inventory";
import type { StaffProduct } from "@souk/client/contracts/product-admin";
import type { StockLocation } from "@souk/client/contracts/stock-locations";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { useAccess } from "../access.ts";
import { TermsForm } from "../inventory/terms.tsx";
import { TermsOfMany } from "../inventory/terms-of-many.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { StockForm } from "./stock-form.tsx";

/** Variants whose stock is asked for at once; each is a question of its own. */
const AT_ONCE = 40;

export function StockSection({ product }: { readonly product: StaffProduct }): ReactNode {
  const trpc = useTRPC();
  const souk = useSouk();
  const cache = useQueryClient();
  const { can } = useAccess();
  const [shown, setShown] = useState(AT_ONCE);
  const counted = product.variants.filter(({ tracks_inventory }) => tracks_inventory);
  const places = useQuery(trpc.inventory.locations.list.queryOptions());
  const stocks = useQueries({
    queries: counted
      .slice(0, shown)
      .map(({ id }) => trpc.inventory.variant.queryOptions({ variant_id: id })),
  });
  const failed = [places, ...stocks].find(({ error }) => error !== null);
  const loaded = stocks.flatMap(({ data }) => data ?? []);
  const changed = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: trpc.inventory.pathKey() });
    await cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
  };

  const body = (locations: readonly StockLocation[]): ReactNode => (
    <div className="grid gap-6">
      <StockForm
        stocks={loaded}
        locations={locations}
        readOnly={!can("inventory:write")}
        onCount={async (rows) => {
          const result = await souk.inventory.batch.mutate({ rows });
          await changed();
          return result;
        }}
      />
      {counted.length > shown && (
        <CompactButton onClick={() => setShown(counted.length)}>
          Show the other {counted.length - shown}
        </CompactButton>
      )}
      {can("inventory:write") && <Rules stocks={loaded} />}
    </div>
  );
  return (
    <Panel title="Stock" intro="What lies on the shelf, as it was counted last.">
      {counted.length === 0 ? (
        <p className="text-[0.95rem] text-ink-soft">No variant of it is counted.</p>
      ) : failed ? (
        <Failure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : places.data === undefined || stocks.some(({ data }) => data === undefined) ? (
        <Loading label="The stock is loading">
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : (
        body(places.data.items.filter(({ is_active }) => is_active))
      )}
    </Panel>
  );
}

/** Not the id of any variant. */
const ALL = "all";

/** What is sold beyond the shelf: of one variant, or of several at once. */
function Rules({ stocks }: { readonly stocks: readonly VariantStock[] }): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null);
  const done = (): void => setChosen(null);
  const stock = stocks.find(({ id }) => id === chosen);
  return (
    <details className="rounded-xl border border-line px-4 py-3">
      <summary className="min-h-8 font-semibold">Low stock, back-orders and pre-orders</summary>
      <div className="mt-3 grid gap-4">
        <label className="block max-w-sm">
          <span className="mb-1 block text-xs font-semibold text-ink-soft">Of which variant</span>
          <select
            value={chosen ?? ""}
            onChange={({ target }) => setChosen(target.value === "" ? null : target.value)}
            className="min-h-10 w-full rounded-lg border border-line-strong bg-paper-raised px-3 text-sm"
          >
            <option value="">Choose one</option>
            {stocks.length > 1 && <option value={ALL}>Several at once</option>}
            {stocks.map(({ id, title, product_title, sku }) => (
              <option key={id} value={id}>
                {[title || product_title, sku].filter(Boolean).join(" · ")}
              </option>
            ))}
          </select>
        </label>
        {chosen === ALL && (
          <TermsOfMany
            stocks={stocks.filter(({ components }) => components.length === 0)}
            onDone={done}
          />
        )}
        {stock && <TermsForm key={stock.id} stock={stock} onDone={done} />}
      </div>
    </details>
  );
}
