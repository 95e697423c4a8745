/** What forms about products choose from, and what is asked anew when products change. */
import type { Attribute } from "@souk/client/contracts/product-types";
import { useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

/** Currencies: the store's own, and the others that prices may be set in. */
export function useCurrencies(): {
  readonly own: string;
  readonly others: readonly string[];
} | null {
  const { data } = useQuery(useTRPC().stores.current.queryOptions());
  if (data === undefined) return null;
  return { own: data.currency, others: data.currencies.filter((code) => code !== data.currency) };
}

/** Each category by its slug, under the names from its department down. */
export function useCategoryChoices(): readonly (readonly [slug: string, path: string])[] {
  const { data } = useQuery(useTRPC().products.tree.list.queryOptions());
  const paths = new Map<string, string>();
  return (data?.items ?? []).map(({ id, parent_id, slug, name }) => {
    const above = parent_id === null ? undefined : paths.get(parent_id);
    const path = above === undefined ? name : `${above} › ${name}`;
    paths.set(id, path);
    return [slug, path] as const;
  });
}

const MAX_BRANDS = 100;

export function useBrands() {
  const { data } = useQuery(
    useTRPC().products.staff.brands.list.queryOptions({ limit: MAX_BRANDS }),
  );
  return data?.items ?? [];
}

export function useProductTypes() {
  const { data } = useQuery(useTRPC().products.types.list.queryOptions());
  return data?.items ?? [];
}

/** Of products of the type that bears this name; null while it is not known. */
export function useAttributesOf(typeName: string): readonly Attribute[] | null {
  const trpc = useTRPC();
  const types = useQuery(trpc.products.types.list.queryOptions());
  const { data } = useQuery(trpc.products.types.attributes.queryOptions());
  if (types.data === undefined || data === undefined) return null;
  const type = types.data.items.find(({ name }) => name === typeName.trim());
  return data.items.filter(({ product_type_id: of }) => of === null || of === type?.id);
}

/** After something in the catalogue was changed: whatever was read of it is old. */
export function useCatalogueChanged(): () => Promise<void> {
  const cache = useQueryClient();
  const trpc = useTRPC();
  return () => cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
}
