/** What the stock screens share: the warehouses, and asking again after a change. */
import { useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

export const useLocations = () => useQuery(useTRPC().inventory.locations.list.queryOptions());

export function useStockChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.inventory.pathKey() });
}
