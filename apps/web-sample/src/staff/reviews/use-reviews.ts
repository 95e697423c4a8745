/** What the review screens ask for and do, and asking again after a change. */
import type { ReviewForStaff } from "@souk/client/contracts/review-moderation";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useAct } from "../ui/use-act.ts";

/** How often the badge beside the menu is asked for. */
const COUNTS_STALE_MS = 60_000;

export const useReviewCounts = () =>
  useQuery({
    ...useTRPC().reviews.moderation.counts.queryOptions(),
    staleTime: COUNTS_STALE_MS,
  });

export function useReviewsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
}

/** As it was read: a text that its author changes meanwhile is not published unseen. */
export function usePublish() {
  const souk = useSouk();
  return useAct({
    run: ({ id, updated_at }: ReviewForStaff) =>
      souk.reviews.moderation.publish.mutate({ id, updated_at }),
    say: () => "The review is published.",
    changed: useReviewsChanged(),
  });
}
