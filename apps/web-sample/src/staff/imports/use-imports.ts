/** Starting imports, who may, and asking again after a change. */
import type { PermissionName } from "@souk/client/contracts/access";
import type {
  ImportFormat,
  ImportJob,
  Mapping,
  StartImportInput,
} from "@souk/client/contracts/imports";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

export function useImportsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.imports.pathKey() });
}

/** What an import takes beside the right to change the catalogue, which all of them take. */
export function neededFor(
  format: ImportFormat,
  mapping: Mapping | null | undefined,
): readonly PermissionName[] {
  // Whether a file of lines sets stock is known only by its lines: it counts as if it did.
  const stocks = format !== "mapped_json" || mapping?.product.on_hand !== undefined;
  return [
    "products:write",
    ...(stocks ? (["inventory:write"] as const) : []),
    ...(mapping?.reviews ? (["reviews:write"] as const) : []),
  ];
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
