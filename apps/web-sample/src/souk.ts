/** The shop's one client and one query cache, for components and route loaders alike. */
import { createSoukClient } from "@souk/client";
import { createQueryClient, createSoukQueries } from "@souk/client/react";
import { toasts } from "./ui/toast.tsx";
import { SESSION_KEY } from "./users/session.ts";

export const queryClient = createQueryClient();

export const souk = createSoukClient({
  url: "/trpc",
  session: "cookie",
  onSignedOut: () => {
    queryClient.setQueryData(SESSION_KEY, null);
    for (const { pathKey } of [queries.cart, queries.users, queries.orders]) {
      void queryClient.invalidateQueries({ queryKey: pathKey() });
    }
    toasts.say("Your session has ended. Sign in again to see your account.");
  },
});

export const queries = createSoukQueries(souk, queryClient);
