/** Orders from before there was an account: found by its address, added when its owner says so. */
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";

const counted = (count: number): string => (count === 1 ? "1 order" : `${count} orders`);

function useClaim() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.orders.claim.mutationOptions({
      onSuccess: async ({ count }) => {
        toasts.say(`${counted(count)} added to your account.`);
        await cache.invalidateQueries({ queryKey: trpc.orders.pathKey() });
      },
      onError: (error) => toasts.say(explainFault(error)),
    }),
  );
}

export function ClaimNotice(): ReactNode {
  const claimable = useQuery(useTRPC().orders.claimable.queryOptions());
  const claim = useClaim();
  const count = claimable.data?.count ?? 0;
  if (count === 0) return null;
  return (
    <section
      aria-label="Orders placed as a guest"
      className="mb-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-2xl bg-saffron-wash px-6 py-5"
    >
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">
          {counted(count)} placed as a guest with this address.
        </strong>{" "}
        {count === 1 ? "Add it" : "Add them"} to your account?
      </p>
      <Button look="secondary" pending={claim.isPending} onClick={() => claim.mutate()}>
        {count === 1 ? "Add it" : "Add them"}
      </Button>
    </section>
  );
}
