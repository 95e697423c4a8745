/** The story of a product, and its plain facts. */
import type { Product, Variant } from "@souk/client/contracts/products";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface ProductFactsProps {
  readonly product: Product;
  readonly variant: Variant;
}

const weightFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

function weightOf(grams: number): string {
  return grams < 1000 ? `${grams} g` : `${weightFormat.format(grams / 1000)} kg`;
}

export function ProductFacts({ product, variant }: ProductFactsProps): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["Maker", product.vendor],
    ...(product.product_type ? [["Kind", product.product_type] as const] : []),
    ...(variant.weight_grams > 0 ? [["Weight", weightOf(variant.weight_grams)] as const] : []),
    ...(variant.sku ? [["Article", variant.sku] as const] : []),
  ];
  return (
    <div className="mt-10 border-t border-line pt-8">
      <h2 className="display-4">About it</h2>
      {/* The server sanitises descriptions before they are stored and served. */}
      <div className="prose mt-3" dangerouslySetInnerHTML={{ __html: product.description_html }} />
      <dl className="mt-8 grid grid-cols-[auto_1fr] gap-x-8 border-t border-line">
        {facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-3">
            <dt className="text-ink-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {product.tags.length > 0 && (
        <ul aria-label="Tags" className="mt-6 flex flex-wrap gap-2">
          {product.tags.map((tag) => (
            <li key={tag}>
              <Link
                to="/search"
                search={{ tag: [tag] }}
                className="inline-flex min-h-9 items-center rounded-full bg-paper-sunk px-4 text-sm hover:bg-ink hover:text-paper"
              >
                {tag}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
