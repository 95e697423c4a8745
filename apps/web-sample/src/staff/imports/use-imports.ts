/** Starting imports, and asking again after a change. */
import type { ImportJob, StartImportInput } from "@souk/client/contracts/imports";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

export function useImportsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.imports.pathKey() });
}

/** Leads to the page that tells how far it is. */
export function useStart(): (input: StartImportInput) => Promise<ImportJob> {
  const souk = useSouk();
  const navigate = useNavigate();
  return async (input) => {
    const job = await souk.imports.start.mutate(input);
    await navigate({ to: "/staff/imports/$id", params: { id: job.id } });
    return job;
  };
}
