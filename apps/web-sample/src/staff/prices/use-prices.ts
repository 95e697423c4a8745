/** What the screens of prices share, and asking again after a change. */
import { useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

export const useCurrencies = (): readonly string[] =>
  useQuery(useTRPC().stores.current.queryOptions()).data?.currencies ?? [];

export const usePriceLists = () => useQuery(useTRPC().prices.lists.queryOptions());

export const useGroups = (enabled = true) =>
  useQuery({ ...useTRPC().users.groups.list.queryOptions(), enabled });

export function usePricesChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.prices.pathKey() });
}

/** The names of groups stand on price lists, too. */
export function useGroupsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: trpc.users.groups.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.prices.pathKey() }),
    ]);
  };
}
