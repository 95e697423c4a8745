/** How far the stock of one part of a bundle goes. */
import type { BundleComponent } from "@souk/client/contracts/bundles";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";

export function PartStock({ part }: { readonly part: BundleComponent }): ReactNode {
  const { variant_id, quantity } = part;
  const { data } = useQuery(useTRPC().inventory.variant.queryOptions({ variant_id }));
  if (data === undefined) return null;
  const there = Math.max(data.available, 0);
  const enough = Math.floor(there / quantity);
  if (enough > 0)
    return <span className="text-ink-soft">{`${there} there, enough for ${enough}`}</span>;
  return <Badge tone="bad">{`Short: ${there} there`}</Badge>;
}
