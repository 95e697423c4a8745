/** What others find wrong with a review. */
import type { ReviewDetail } from "@souk/client/contracts/review-moderation";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { useAccess } from "../access.ts";
import { Badge } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { useAct } from "../ui/use-act.ts";
import { useReviewsChanged } from "./use-reviews.ts";
import { reportWords } from "./words.ts";

export function Reports({ review }: { readonly review: ReviewDetail }): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const close = useAct({
    run: (id: string) => souk.reviews.moderation.closeReports.mutate({ id }),
    say: () => "The reports are closed.",
    changed: useReviewsChanged(),
  });
  return (
    <Panel
      title="Reports"
      actions={
        review.open_reports > 0 &&
        can("reviews:write") && (
          <CompactButton pending={close.isPending} onClick={() => close.mutate(review.id)}>
            Close without a verdict
          </CompactButton>
        )
      }
    >
      {review.reports.length === 0 ? (
        <p className="text-[0.95rem] text-ink-soft">Nobody has reported it.</p>
      ) : (
        <ul aria-label="Reports" className="divide-y divide-line">
          {review.reports.map(({ id, reason, note, reported_at, closed_at }) => (
            <li key={id} className="py-3 text-[0.95rem] first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">{reportWords[reason]}</span>
                <Badge tone={closed_at === null ? "bad" : "plain"}>
                  {closed_at === null ? "Open" : "Closed"}
                </Badge>
                <span className="text-sm text-ink-soft">
                  <Stamp at={reported_at} />
                </span>
              </p>
              {note && <p className="mt-1 break-words whitespace-pre-line">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
