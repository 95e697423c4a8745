/** One product among others. */
import type { ProductHit, ProductSummary } from "@souk/client/contracts/products";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Marked } from "../ui/marked.tsx";
import { Picture } from "../ui/picture.tsx";
import { PriceTag } from "../ui/price.tsx";
import { Stars, starsText } from "../ui/stars.tsx";
import { Skeleton } from "../ui/states.tsx";

/** One that was searched for tells where the words stand. */
export type CardProduct = ProductSummary & Partial<Pick<ProductHit, "highlight">>;

interface ProductCardProps {
  readonly product: CardProduct;
  readonly eager?: boolean;
}

function Badge({ product }: { readonly product: ProductSummary }): ReactNode {
  const { price, compare_at_price: before, in_stock } = product;
  const className =
    "absolute top-3 left-3 rounded-full px-3 py-1 text-xs font-semibold leading-tight";
  if (!in_stock) return <span className={`${className} bg-ink text-paper`}>Sold out</span>;
  if (!price || !before || before.amount <= price.amount) return null;
  const percent = Math.round((1 - price.amount / before.amount) * 100);
  return <span className={`${className} bg-saffron text-ink`}>{percent}% off</span>;
}

export function ProductCard({ product, eager = false }: ProductCardProps): ReactNode {
  const { slug, title, vendor, price, picture, highlight } = product;
  return (
    <article className="group relative flex flex-col">
      <div className="relative overflow-hidden rounded-lg bg-paper-sunk">
        <Picture
          picture={picture}
          decorative
          eager={eager}
          className="transition-transform duration-700 ease-out-soft group-hover:scale-[1.035]"
        />
        <Badge product={product} />
      </div>
      <div className="mt-3.5 flex flex-1 flex-col gap-0.5">
        <p className="text-sm text-ink-soft">
          {highlight ? <Marked segments={highlight.vendor} /> : vendor}
        </p>
        <h3 className="font-display text-[1.125rem] leading-snug font-[480]">
          <Link
            to="/p/$slug"
            params={{ slug }}
            className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-clay"
          >
            {highlight ? <Marked segments={highlight.title} /> : title}
          </Link>
        </h3>
        {highlight?.excerpt && (
          <p className="text-sm text-ink-soft">
            <Marked segments={highlight.excerpt} />
          </p>
        )}
        {product.rating.count > 0 && (
          <p className="flex items-center gap-1.5 text-sm text-ink-soft">
            <Stars value={product.rating.average} className="text-[0.8rem]" />
            <span className="sr-only">
              {starsText(product.rating.average)} of 5 stars, reviews:{" "}
            </span>
            <span className="tabular">{product.rating.count}</span>
          </p>
        )}
        {price && (
          <PriceTag
            price={price}
            before={product.compare_at_price}
            from={product.has_price_range}
            className="mt-1"
          />
        )}
      </div>
    </article>
  );
}

export function ProductCardSkeleton(): ReactNode {
  return (
    <div>
      <Skeleton className="aspect-square w-full rounded-lg" />
      <Skeleton className="mt-4 h-3.5 w-1/3" />
      <Skeleton className="mt-2 h-5 w-3/4" />
      <Skeleton className="mt-2 h-4 w-1/4" />
    </div>
  );
}
