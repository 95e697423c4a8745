/** Asks those who bought a product what they think of it. */
import type { Product } from "@souk/client/contracts/products";
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { useSession } from "../users/session.ts";
import { ReviewDrawer } from "./review-drawer.tsx";

export function WriteInvitation({ product }: { readonly product: Product }): ReactNode {
  const { user } = useSession();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(
    useTRPC().reviews.eligible.queryOptions(
      { product_id: product.id, limit: 1 },
      { enabled: user !== null },
    ),
  );
  const line = data?.items[0];
  if (line === undefined) {
    return (
      <p className="text-sm text-ink-soft">
        Whoever bought it here can review it, here or from their orders.
      </p>
    );
  }
  return (
    <div>
      <p className="mb-3 text-[0.95rem] text-ink-soft">You bought it. What do you think?</p>
      <Button look="secondary" onClick={() => setOpen(true)}>
        Write a review
      </Button>
      <ReviewDrawer open={open} onClose={() => setOpen(false)} subject={{ kind: "new", line }} />
    </div>
  );
}
