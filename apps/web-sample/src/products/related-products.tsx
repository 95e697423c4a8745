/** Others from the same shelf. */

import type { Product } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useReading } from "../shell/reading.ts";
import { ProductGrid } from "./product-grid.tsx";

const SHOWN = 4;

export function RelatedProducts({ product }: { readonly product: Product }): ReactNode {
  const trpc = useTRPC();
  const reading = useReading();
  const shelf = product.breadcrumbs.at(-1);
  const { data } = useQuery(
    trpc.products.list.queryOptions(
      { category: shelf?.slug ?? "", in_stock: true, limit: SHOWN + 1, ...reading },
      { enabled: shelf !== undefined },
    ),
  );
  const others = (data?.items ?? []).filter(({ id }) => id !== product.id).slice(0, SHOWN);
  if (!shelf || others.length === 0) return null;
  return (
    <section aria-labelledby="related" className="mt-24 md:mt-32">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-4 md:mb-10">
        <h2 id="related" className="display-3">
          From the same shelf
        </h2>
        <Link to="/c/$slug" params={{ slug: shelf.slug }} className="link font-semibold">
          All {shelf.name.toLowerCase()}
        </Link>
      </div>
      <ProductGrid products={others} />
    </section>
  );
}
