/** Placing the order: once, whatever happens on the way. */
import {
  errorReason,
  errorStatus,
  newIdempotencyKey,
  retryAfterSeconds,
  withIdempotencyKey,
} from "@souk/client";
import type { Cart } from "@souk/client/contracts/cart";
import type { PlacedOrder, PlaceOrderInput } from "@souk/client/contracts/orders";
import type { PaymentInput } from "@souk/client/contracts/payments";
import { useSouk, useTRPC } from "@souk/client/react";
import { useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

const PLACING = ["place-order"] as const;

/** How often the same attempt is asked after when its answer was lost. */
const MAX_ASKS = 5;
const LONGEST_WAIT_MS = 30_000;

/** The same key with the same input: the server makes one order of it, however often it is sent. */
interface Attempt {
  readonly key: string;
  readonly input: PlaceOrderInput;
}

/** No answer, or one that leaves open how the payment ended. */
export function isUncertain(error: unknown): boolean {
  const status = errorStatus(error);
  return status === null || status >= 500 || errorReason(error) === "idempotency_in_flight";
}

function waitMs(failures: number, error: unknown): number {
  const asked = (retryAfterSeconds(error) ?? 0) * 1000;
  return Math.min(Math.max(asked, 1000 * 2 ** failures), LONGEST_WAIT_MS);
}

/** What went wrong, and whether the buyer should try again, choose again, or look again. */
export function explainRefusal(error: unknown): { title: string; text: string } {
  const message = error instanceof Error ? error.message : "";
  if (isUncertain(error)) {
    return {
      title: "We do not know yet how it ended",
      text: "The answer was lost. Press the button again: you will not be charged twice.",
    };
  }
  if (errorStatus(error) === 402) {
    return {
      title: "The payment did not go through",
      text: `${message} You have not been charged. Try again, or pay another way.`,
    };
  }
  if (errorReason(error) === "cart_changed") {
    return {
      title: "Your cart has changed",
      text: "Look at the summary again. If it is right, place the order once more.",
    };
  }
  if (errorStatus(error) === 429) {
    return { title: "Too many attempts", text: "Wait a minute, then try again." };
  }
  return { title: "The order was not placed", text: message };
}

/** While it runs, the cart is closed and its stock is held: its own warnings mean nothing. */
export function useIsPlacing(): boolean {
  return useIsMutating({ mutationKey: PLACING }) > 0;
}

export function usePlaceOrder(cart: Cart, onPlaced: (order: PlacedOrder) => Promise<void>) {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const open = useRef<Attempt | null>(null);

  const mutation = useMutation({
    mutationKey: PLACING,
    mutationFn: ({ key, input }: Attempt) =>
      souk.orders.place.mutate(input, withIdempotencyKey(key)),
    retry: (failures, error) => isUncertain(error) && failures < MAX_ASKS,
    retryDelay: waitMs,
    onSuccess: async (order) => {
      open.current = null;
      // First the confirmation: the cart is empty from now on, and nobody should see that instead.
      await onPlaced(order);
      void cache.invalidateQueries({ queryKey: trpc.cart.pathKey() });
      void cache.invalidateQueries({ queryKey: trpc.orders.pathKey() });
      void cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
    },
    onError: (error) => {
      if (isUncertain(error)) return;
      open.current = null;
      void cache.invalidateQueries({ queryKey: trpc.cart.pathKey() });
    },
  });

  const place = (payment: PaymentInput): void => {
    // An attempt without an outcome comes first: another one could pay a second time.
    open.current ??= { key: newIdempotencyKey(), input: { payment, cart_version: cart.version } };
    mutation.mutate(open.current);
  };
  return { ...mutation, place };
}
