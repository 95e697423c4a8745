/** Who is signed in, if anybody. "Nobody" is an answer, not an error. */
import type { User } from "@souk/client/contracts/users";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";

const SESSION_STALE_MS = 5 * 60_000;

export const SESSION_KEY = ["session"] as const;

export interface Session {
  readonly user: User | null;
  /** Not known yet. */
  readonly loading: boolean;
}

export function useSession(): Session {
  const souk = useSouk();
  const { data, isPending } = useQuery({
    queryKey: SESSION_KEY,
    staleTime: SESSION_STALE_MS,
    queryFn: async () => (await souk.authentication.session.query()).user,
  });
  return { user: data ?? null, loading: isPending };
}

export interface SessionChanges {
  /** After signing in: the guest's cart has joined the account's. */
  readonly begin: (user: User) => Promise<void>;
  readonly update: (user: User) => void;
  readonly end: () => Promise<void>;
  /** After something that may have ended it on the server. */
  readonly askAgain: () => Promise<void>;
}

export function useSessionChanges(): SessionChanges {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();

  const forgetPrivate = async (): Promise<void> => {
    cache.removeQueries({ queryKey: trpc.users.pathKey() });
    cache.removeQueries({ queryKey: trpc.orders.pathKey() });
    cache.removeQueries({ queryKey: trpc.authentication.pathKey() });
    cache.removeQueries({ queryKey: trpc.access.pathKey() });
    cache.removeQueries({ queryKey: trpc.core.pathKey() });
    cache.removeQueries({ queryKey: trpc.inventory.pathKey() });
    // Votes and prices are those of whoever looks.
    await cache.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
    await cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
    // A cart that is still under way was asked for as somebody else.
    await cache.cancelQueries({ queryKey: trpc.cart.pathKey() });
    await cache.invalidateQueries({ queryKey: trpc.cart.pathKey() });
  };

  // The same goes for the answer to who is signed in.
  const settle = async (user: User | null): Promise<void> => {
    await cache.cancelQueries({ queryKey: SESSION_KEY });
    cache.setQueryData(SESSION_KEY, user);
  };

  return {
    begin: async (user) => {
      await settle(user);
      await forgetPrivate();
    },
    update: (user) => cache.setQueryData(SESSION_KEY, user),
    end: async () => {
      await souk.authentication.endSession.mutate();
      await settle(null);
      await forgetPrivate();
    },
    askAgain: async () => {
      await cache.invalidateQueries({ queryKey: SESSION_KEY });
      await forgetPrivate();
    },
  };
}
