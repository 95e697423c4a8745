/** What somebody who is signed in waits for. */
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";

export function useWaiting() {
  return useQuery(useTRPC().inventory.alerts.mine.queryOptions());
}

export function useStopWaiting() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.inventory.alerts.remove.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.inventory.alerts.mine.queryKey() }),
      onError: (error) => toasts.say(explainFault(error)),
    }),
  );
}
