/** Products found while somebody types words, a SKU or a barcode. */
import type { StaffProductSummary } from "@souk/client/contracts/product-admin";
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

const SHOWN = 6;

export interface ProductSearching {
  readonly q: string | undefined;
  readonly setQ: (q: string | undefined) => void;
  readonly items: readonly StaffProductSummary[];
  /** Something was asked for, and answered by nothing. */
  readonly isVain: boolean;
}

export function useProductSearch(): ProductSearching {
  const [q, setQ] = useState<string>();
  const found = useQuery({
    ...useTRPC().products.staff.list.queryOptions({ q, limit: SHOWN }),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
  });
  const items = q === undefined ? [] : (found.data?.items ?? []);
  return { q, setQ, items, isVain: q !== undefined && found.isSuccess && items.length === 0 };
}
