/** How many reviews wait for somebody, beside the way to them. */
import type { ReactNode } from "react";
import { Count } from "../ui/tabs.tsx";
import { useReviewCounts } from "./use-reviews.ts";

export function ReviewsCount(): ReactNode {
  const { data } = useReviewCounts();
  const open = (data?.pending ?? 0) + (data?.reported ?? 0);
  if (open === 0) return null;
  return (
    <span className="ml-auto">
      <Count of={open} />
      <span className="sr-only"> to look at</span>
    </span>
  );
}
