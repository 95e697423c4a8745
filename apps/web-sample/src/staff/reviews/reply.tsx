/** The shop's answer below a review: written, changed, taken back. */
import { ReplyInput, type ReviewDetail } from "@souk/client/contracts/review-moderation";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { AreaField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { ActForm } from "../ui/act-form.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { useReviewsChanged } from "./use-reviews.ts";

interface ReplyFormProps {
  readonly review: ReviewDetail;
  /** Null: there is nothing to go back to. */
  readonly onDone: (() => void) | null;
}

function ReplyForm({ review, onDone }: ReplyFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Answer"
      action={review.reply === null ? "Answer" : "Save the answer"}
      contract={ReplyInput}
      read={(form) => ({ id: review.id, body: typed(form, "body") ?? "" })}
      run={(input) => souk.reviews.moderation.reply.mutate(input)}
      said="The answer is saved."
      changed={useReviewsChanged()}
      onDone={onDone}
    >
      <AreaField
        name="body"
        label="Answer"
        hint={
          review.user_id === null
            ? "Everybody reads it below the review."
            : "Everybody reads it below the review. Its author gets a mail."
        }
        required
        rows={4}
        maxLength={3000}
        defaultValue={review.reply?.body}
      />
    </ActForm>
  );
}

export function Reply({ review }: { readonly review: ReviewDetail }): ReactNode {
  const souk = useSouk();
  const changed = useReviewsChanged();
  const { can } = useAccess();
  const [state, setState] = useState<"reading" | "editing" | "removing">("reading");
  const read = (): void => setState("reading");
  const { reply } = review;
  const writes = can("reviews:write");
  return (
    <Panel
      title="The shop’s answer"
      actions={
        reply &&
        writes &&
        state !== "editing" && (
          <>
            <CompactButton onClick={() => setState("editing")}>Edit</CompactButton>
            <CompactButton look="danger" onClick={() => setState("removing")}>
              Remove
            </CompactButton>
          </>
        )
      }
    >
      {reply && state !== "editing" && (
        <>
          <p className="max-w-prose text-[0.95rem] break-words whitespace-pre-line">{reply.body}</p>
          <p className="mt-2 text-sm text-ink-soft">
            <Day at={reply.replied_at} />
          </p>
        </>
      )}
      {writes && (state === "editing" || reply === null) && (
        <ReplyForm review={review} onDone={reply && read} />
      )}
      {!writes && reply === null && <p className="text-[0.95rem] text-ink-soft">None yet.</p>}
      <Confirm
        open={state === "removing"}
        onClose={read}
        title="Remove the answer?"
        action="Remove the answer"
        onConfirm={async () => {
          await souk.reviews.moderation.removeReply.mutate({ id: review.id });
          toasts.say("The answer is gone.");
          await changed();
        }}
      >
        <p>Nobody will see it any more.</p>
      </Confirm>
    </Panel>
  );
}
