/** Rejecting a review, with a reason that its author reads. */
import { RejectReviewInput, type ReviewForStaff } from "@souk/client/contracts/review-moderation";
import { RejectionReason } from "@souk/client/contracts/reviews";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { AreaField, SelectField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm } from "../ui/act-form.tsx";
import { useReviewsChanged } from "./use-reviews.ts";
import { rejectionWords } from "./words.ts";

interface RejectFormProps {
  readonly review: ReviewForStaff;
  readonly onDone: () => void;
}

function RejectForm({ review, onDone }: RejectFormProps): ReactNode {
  const souk = useSouk();
  return (
    <ActForm
      label="Reject the review"
      action="Reject the review"
      danger
      contract={RejectReviewInput}
      read={(form) => ({
        id: review.id,
        updated_at: review.updated_at,
        reason: typed(form, "reason"),
        note: typed(form, "note"),
      })}
      run={(input) => souk.reviews.moderation.reject.mutate(input)}
      said="The review is rejected."
      changed={useReviewsChanged()}
      onDone={onDone}
    >
      <SelectField
        name="reason"
        label="Reason"
        required
        defaultValue={review.rejection_reason ?? ""}
        problem="Choose a reason."
      >
        <option value="" disabled>
          Choose a reason
        </option>
        {RejectionReason.options.map((reason) => (
          <option key={reason} value={reason}>
            {rejectionWords[reason]}
          </option>
        ))}
      </SelectField>
      <AreaField
        name="note"
        label="What to tell the author"
        hint="They may change the review and send it again."
        maxLength={1000}
        defaultValue={review.rejection_note}
      />
    </ActForm>
  );
}

interface RejectDialogProps {
  /** Null: nothing is asked. */
  readonly review: ReviewForStaff | null;
  readonly onClose: () => void;
}

export function RejectDialog({ review, onClose }: RejectDialogProps): ReactNode {
  return (
    <Dialog open={review !== null} onClose={onClose} title="Reject this review?">
      {review && (
        <div className="mt-3">
          <RejectForm key={review.id} review={review} onDone={onClose} />
        </div>
      )}
    </Dialog>
  );
}
