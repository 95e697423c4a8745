/** Whether a price list holds at the moment, and for how long. */
import type { PriceList } from "@souk/client/contracts/prices";
import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Day } from "../ui/stamp.tsx";

interface ListProps {
  readonly list: PriceList;
}

const isPast = (at: string | null): boolean => at !== null && new Date(at).getTime() <= Date.now();

export function ListStanding({ list }: ListProps): ReactNode {
  if (!list.is_active) return <Badge tone="plain">Off</Badge>;
  if (isPast(list.ends_at)) return <Badge tone="plain">Over</Badge>;
  if (list.starts_at !== null && !isPast(list.starts_at)) {
    return <Badge tone="waiting">Not yet</Badge>;
  }
  return <Badge tone="good">In force</Badge>;
}

export function Period({ list }: ListProps): ReactNode {
  const { starts_at, ends_at } = list;
  if (starts_at === null && ends_at === null) return "Always";
  return (
    <>
      {starts_at && (
        <>
          From <Day at={starts_at} />{" "}
        </>
      )}
      {ends_at && (
        <>
          until <Day at={ends_at} />
        </>
      )}
    </>
  );
}
