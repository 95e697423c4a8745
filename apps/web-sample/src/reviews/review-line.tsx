/** Beside a line of a paid order: what do you think of it? Nothing where it cannot be said any more. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ReviewDrawer } from "./review-drawer.tsx";

/** The lines bought last: more than one page of orders shows. */
const LINES = 100;

export function ReviewLine({ lineId }: { readonly lineId: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(useTRPC().reviews.eligible.queryOptions({ limit: LINES }));
  const line = data?.items.find(({ order_line_id }) => order_line_id === lineId);
  if (line === undefined) return null;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="link mt-1 min-h-9 text-[0.95rem]"
      >
        Write a review<span className="sr-only"> of {line.product.title}</span>
      </button>
      <ReviewDrawer open={open} onClose={() => setOpen(false)} subject={{ kind: "new", line }} />
    </>
  );
}
