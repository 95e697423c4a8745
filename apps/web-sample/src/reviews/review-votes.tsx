/** Whether a review helped, said by one press and taken back by another. */
import type { Review, Vote } from "@souk/client/contracts/reviews";
import { useTRPC } from "@souk/client/react";
import { useMutation } from "@tanstack/react-query";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { cx } from "../ui/cx.ts";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { useSignInFirst } from "./use-sign-in.ts";

const looks = { helpful: ThumbsUp, unhelpful: ThumbsDown } as const;
const words = { helpful: "Helpful", unhelpful: "Not helpful" } as const;

export function ReviewVotes({ review }: { readonly review: Review }): ReactNode {
  const { user } = useSession();
  const signInFirst = useSignInFirst();
  const [votes, setVotes] = useState(review);
  useEffect(() => setVotes(review), [review]);
  const vote = useMutation(
    useTRPC().reviews.vote.mutationOptions({
      onSuccess: (counted) => setVotes({ ...review, ...counted }),
      onError: (error) => toasts.say(explainFault(error)),
    }),
  );
  const counts = { helpful: votes.helpful_count, unhelpful: votes.unhelpful_count };
  const press = (kind: Vote): void => {
    if (!user) signInFirst();
    else if (!vote.isPending) {
      vote.mutate({ id: review.id, vote: votes.my_vote === kind ? "none" : kind });
    }
  };
  return (
    <fieldset aria-label="Did it help you?" className="-ml-2 flex">
      {(["helpful", "unhelpful"] as const).map((kind) => {
        const Icon = looks[kind];
        const mine = votes.my_vote === kind;
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={mine}
            onClick={() => press(kind)}
            className={cx(
              "inline-flex min-h-11 items-center gap-1.5 rounded-full px-2.5 text-sm hover:bg-paper-sunk",
              mine ? "font-semibold text-clay-deep" : "text-ink-soft",
            )}
          >
            <Icon aria-hidden className={cx("size-4", mine && "fill-clay-wash")} />
            {words[kind]}
            <span className="tabular">{counts[kind]}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
