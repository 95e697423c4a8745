/** Finds a product by its words, its SKU or its barcode. */
import type { StaffProductSummary } from "@souk/client/contracts/product-admin";
import type { ReactNode } from "react";
import { useProductSearch } from "../products/use-product-search.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { FilterText } from "../ui/filters.tsx";

interface ProductFinderProps {
  readonly onChoose: (product: StaffProductSummary) => void;
}

export function ProductFinder({ onChoose }: ProductFinderProps): ReactNode {
  const { q, setQ, items, isVain } = useProductSearch();
  return (
    <div className="grid gap-3">
      <FilterText
        label="Find a product"
        placeholder="Words, a SKU or a barcode"
        value={q}
        onChange={setQ}
        className="max-w-md"
      />
      {isVain && (
        <p role="status" className="text-sm text-ink-soft">
          No product matches.
        </p>
      )}
      {items.length > 0 && (
        <ul aria-label="Found products" className="divide-y divide-line border-y border-line">
          {items.map((product) => (
            <li key={product.id} className="flex items-center justify-between gap-3 py-1.5 text-sm">
              <span className="min-w-0 break-words">{product.title}</span>
              <CompactButton
                onClick={() => {
                  setQ(undefined);
                  onChoose(product);
                }}
              >
                Choose<span className="sr-only">{` ${product.title}`}</span>
              </CompactButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
