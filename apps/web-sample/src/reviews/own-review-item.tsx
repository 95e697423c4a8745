/** A review as its author sees it: how it stands, and the ways to change it. */
import type { OwnReview } from "@souk/client/contracts/reviews";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayOf } from "../orders/order-status.tsx";
import { AskTwice } from "../ui/ask-twice.tsx";
import { cx } from "../ui/cx.ts";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { ReviewText } from "./review-item.tsx";
import { rejectionLabels, statusLabels } from "./words.ts";

const looks: Readonly<Record<OwnReview["status"], string>> = {
  pending: "bg-saffron-wash text-ink",
  published: "bg-leaf-wash text-leaf",
  rejected: "bg-alarm-wash text-alarm",
};

interface OwnReviewItemProps {
  readonly review: OwnReview;
  readonly onEdit: () => void;
}

function useRemove() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.reviews.remove.mutationOptions({
      onSuccess: async () => {
        toasts.say("Your review is gone.");
        await cache.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
        await cache.invalidateQueries({ queryKey: trpc.products.pathKey() });
      },
      onError: (error) => toasts.say(explainFault(error)),
    }),
  );
}

function Rejection({ review }: { readonly review: OwnReview }): ReactNode {
  const { status, rejection_reason: reason, rejection_note: note } = review;
  if (status !== "rejected") return null;
  return (
    <p className="mt-3 rounded-lg bg-alarm-wash px-4 py-3 text-[0.95rem]">
      {rejectionLabels[reason ?? "other"]} {note} You can change it; it is then looked at again.
    </p>
  );
}

export function OwnReviewItem({ review, onEdit }: OwnReviewItemProps): ReactNode {
  const { id, product, status, written_at, variant_title: variant } = review;
  const remove = useRemove();
  return (
    <li className="py-6">
      <article aria-label={`Your review of ${product.title}`}>
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
          <h3 className="font-display text-xl">
            <Link to="/p/$slug" params={{ slug: product.slug }} className="hover:underline">
              {product.title}
            </Link>
          </h3>
          <span className={cx("rounded-full px-3 py-0.5 text-sm font-semibold", looks[status])}>
            {statusLabels[status]}
          </span>
          <p className="w-full text-sm text-ink-soft">
            {variant && `${variant}, `}
            {dayOf(written_at)}
          </p>
        </div>
        <ReviewText review={review} heading="h4" />
        <Rejection review={review} />
        <div className="mt-2 flex flex-wrap gap-x-4">
          <button type="button" onClick={onEdit} className="link min-h-11 px-1 text-[0.95rem]">
            Change<span className="sr-only"> the review of {product.title}</span>
          </button>
          <AskTwice
            ask="Delete"
            confirm="Yes, delete it"
            keep="Keep it"
            about={`the review of ${product.title}`}
            pending={remove.isPending}
            onConfirm={() => remove.mutate({ id })}
          />
        </div>
      </article>
    </li>
  );
}
