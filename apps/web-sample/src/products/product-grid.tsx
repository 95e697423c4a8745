/** Products in rows: two on a phone, up to four on a desk. */
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { Loading } from "../ui/states.tsx";
import { type CardProduct, ProductCard, ProductCardSkeleton } from "./product-card.tsx";

/** With filters beside it the grid has room for one column less. */
export type GridWidth = "full" | "beside-filters";

const columns: Record<GridWidth, string> = {
  full: "grid-cols-2 md:grid-cols-3 lg:grid-cols-4",
  "beside-filters": "grid-cols-2 md:grid-cols-3",
};

const gridClass = "grid gap-x-4 gap-y-9 sm:gap-x-6 lg:gap-x-8 lg:gap-y-14";

interface ProductGridProps {
  readonly products: readonly CardProduct[];
  readonly width?: GridWidth;
  /** How many of the first are above the fold. */
  readonly eagerCount?: number;
}

export function ProductGrid(props: ProductGridProps): ReactNode {
  const { products, width = "full", eagerCount = 0 } = props;
  return (
    <ul className={cx(gridClass, columns[width])}>
      {products.map((product, index) => (
        <li key={product.id} className="flex flex-col">
          <ProductCard product={product} eager={index < eagerCount} />
        </li>
      ))}
    </ul>
  );
}

interface ProductGridSkeletonProps {
  readonly count: number;
  readonly width?: GridWidth;
}

export function ProductGridSkeleton({ count, width = "full" }: ProductGridSkeletonProps) {
  const places = Array.from({ length: count }, (_, place) => place);
  return (
    <Loading label="Products are loading" className={cx(gridClass, columns[width])}>
      {places.map((place) => (
        <ProductCardSkeleton key={place} />
      ))}
    </Loading>
  );
}
