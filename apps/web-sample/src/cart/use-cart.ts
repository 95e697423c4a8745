/** The cart as the server prices it, and the ways to change it: each answers the whole cart. */

import type { Cart } from "@souk/client/contracts/cart";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

// Changes run one after the other: the last press is the last word.
const scope = { id: "cart" } as const;

export function useCart() {
  return useQuery(useTRPC().cart.get.queryOptions());
}

/** As it comes over the wire. */
type AnsweredCart = NonNullable<ReturnType<typeof useCart>["data"]>;

export function useKeepCart(): (cart: AnsweredCart) => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return async (cart) => {
    const { queryKey } = trpc.cart.get.queryOptions();
    // A cart still under way was priced before this change.
    await cache.cancelQueries({ queryKey });
    cache.setQueryData(queryKey, cart);
  };
}

export function useAddLine() {
  const keep = useKeepCart();
  return useMutation(useTRPC().cart.addLine.mutationOptions({ scope, onSuccess: keep }));
}

export function useUpdateLine() {
  const keep = useKeepCart();
  return useMutation(useTRPC().cart.updateLine.mutationOptions({ scope, onSuccess: keep }));
}

export function useRemoveLine() {
  const keep = useKeepCart();
  return useMutation(useTRPC().cart.removeLine.mutationOptions({ scope, onSuccess: keep }));
}

/** What is wrong with one line, from the cart's own list. */
export function problemsOf(cart: Cart, lineId: string): readonly string[] {
  return [...cart.requirements, ...cart.warnings]
    .filter(({ line_id }) => line_id === lineId)
    .map(({ message }) => message);
}

/** Lines that cannot be bought as they are. */
export function hasBlockedLines(cart: Cart): boolean {
  return cart.requirements.some(({ line_id }) => line_id !== null);
}
