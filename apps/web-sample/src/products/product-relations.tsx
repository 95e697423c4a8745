/** What staff chose to show beside a product, by what it is to it. */
import type { Product } from "@souk/client/contracts/products";
import type { ReactNode } from "react";
import { ProductGrid } from "./product-grid.tsx";

type Kind = Product["relations"][number]["kind"];

const titles: readonly (readonly [Kind, string])[] = [
  ["accessory", "Goes well with it"],
  ["upgrade", "A step further"],
  ["related", "You may also like"],
];

export function ProductRelations({ product }: { readonly product: Product }): ReactNode {
  return titles.map(([kind, title]) => {
    const shown = product.relations
      .filter((relation) => relation.kind === kind)
      .map((relation) => relation.product);
    if (shown.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={kind} className="mt-20 md:mt-28">
        <h2 id={kind} className="display-3 mb-8 md:mb-10">
          {title}
        </h2>
        <ProductGrid products={shown} />
      </section>
    );
  });
}
