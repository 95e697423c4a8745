/** What was picked by hand for a collection: found, added, put in order. Each change holds at once. */
import type { StaffCollection } from "@souk/client/contracts/collections";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { moved } from "../../ui/moved.ts";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { ProductSearch } from "../products/product-search.tsx";
import { statusWords } from "../products/standing.tsx";
import { useCatalogueChanged } from "../products/use-catalogue.ts";
import { Chip } from "../ui/badge.tsx";
import { Failure } from "../ui/failure.tsx";
import { DragHandle, OrderButtons, useDragOrder } from "../ui/ordering.tsx";
import { Panel } from "../ui/panel.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { useAct } from "../ui/use-act.ts";
import { Writable } from "../ui/writable.tsx";

export function PicksPanel({ collection }: { readonly collection: StaffCollection }): ReactNode {
  const { id } = collection;
  const souk = useSouk();
  const changed = useCatalogueChanged();
  const query = useQuery(useTRPC().products.collections.products.queryOptions({ id }));
  const picks = query.data?.items ?? [];
  const ids = picks.map((pick) => pick.id);
  const add = useAct({
    run: (product: { id: string; title: string }) =>
      souk.products.collections.addProducts.mutate({ id, product_ids: [product.id] }),
    say: (_picks, { title }) => `${title} is in the collection.`,
    changed,
  });
  const order = useAct({
    run: (product_ids: readonly string[]) =>
      souk.products.collections.orderProducts.mutate({ id, product_ids: [...product_ids] }),
    say: () => "The new order is saved.",
    changed,
  });
  const remove = useAct({
    run: (product: { id: string; title: string }) =>
      souk.products.collections.removeProduct.mutate({ id, product_id: product.id }),
    say: (_picks, { title }) => `${title} is out of the collection.`,
    changed,
  });
  const move = (from: number, to: number): void => {
    if (from !== to && !order.isPending) order.mutate(moved(ids, from, to));
  };
  const drag = useDragOrder(move);

  return (
    <Writable by="products:write">
      <Panel title="Picked products" intro="What you change here holds at once.">
        {query.isPending ? (
          <Loading label="The products are loading">
            <Skeleton className="h-24 w-full" />
          </Loading>
        ) : query.data === undefined ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : picks.length === 0 ? (
          <p className="mb-4 text-[0.95rem] text-ink-soft">Nothing is picked yet.</p>
        ) : (
          <ol aria-label="Picked products" className="mb-4 divide-y divide-line">
            {picks.map((pick, place) => (
              <li
                key={pick.id}
                {...drag.targetOf(place)}
                className={cx(
                  "flex items-center gap-3 py-2 text-sm",
                  drag.over === place && "bg-clay-wash",
                )}
              >
                <DragHandle {...drag.handleOf(place)} />
                <Thumb picture={pick.picture} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{pick.title}</span>
                  {pick.status !== "active" && <Chip>{statusWords[pick.status]}</Chip>}
                </span>
                <span className="flex shrink-0">
                  <OrderButtons
                    label={pick.title}
                    place={place}
                    count={picks.length}
                    onMove={move}
                  />
                  <IconButton label={`Take ${pick.title} out`} onClick={() => remove.mutate(pick)}>
                    <Trash2 aria-hidden className="size-4" />
                  </IconButton>
                </span>
              </li>
            ))}
          </ol>
        )}
        <ProductSearch
          label="Find a product to add"
          except={new Set(ids)}
          onChoose={(product) => add.mutate(product)}
        />
      </Panel>
    </Writable>
  );
}
