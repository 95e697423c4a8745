/** Finding products by name or SKU, to put one of them somewhere. */
import type { StaffProductSummary } from "@souk/client/contracts/product-admin";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { CompactButton } from "../ui/compact-button.tsx";
import { FilterText } from "../ui/filters.tsx";
import { Thumb } from "../ui/thumb.tsx";
import { ProductBadge } from "./standing.tsx";
import { useProductSearch } from "./use-product-search.ts";

interface ProductSearchProps {
  readonly label: string;
  /** Those that need not be offered. */
  readonly except: ReadonlySet<string>;
  readonly onChoose: (product: StaffProductSummary) => void;
}

export function ProductSearch({ label, except, onChoose }: ProductSearchProps): ReactNode {
  const { q, setQ, items, isVain } = useProductSearch();
  return (
    <div>
      <FilterText label={label} value={q} onChange={setQ} className="w-full" />
      {isVain && (
        <p role="status" className="mt-2 text-sm text-ink-soft">
          No product is found by that.
        </p>
      )}
      {items.length > 0 && (
        <ul aria-label="Found products" className="mt-2 divide-y divide-line">
          {items.map((product) => (
            <li key={product.id} className="flex items-center gap-3 py-2 text-sm">
              <Thumb picture={product.picture} />
              <span className="min-w-0 flex-1 truncate">{product.title}</span>
              <ProductBadge product={product} />
              <CompactButton
                look="quiet"
                aria-label={`Add ${product.title}`}
                disabled={except.has(product.id)}
                onClick={() => onChoose(product)}
              >
                <Plus aria-hidden className="size-4" />
                Add
              </CompactButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
