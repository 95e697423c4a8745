/** What the team's screens ask for, and asking again after a change. */
import { useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

export const useRoles = () => useQuery(useTRPC().access.roles.queryOptions());

export function useTeamChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.access.pathKey() });
}
