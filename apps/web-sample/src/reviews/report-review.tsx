/** Tells the shop that something is wrong with a review, and what. */
import { ReportReviewInput, type Review } from "@souk/client/contracts/reviews";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { AreaField, Form, SelectField } from "../ui/form.tsx";
import { toasts } from "../ui/toast.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { useSignInFirst } from "./use-sign-in.ts";
import { reportLabels } from "./words.ts";

interface ReportFormProps {
  readonly id: string;
  readonly onDone: () => void;
}

function ReportForm({ id, onDone }: ReportFormProps): ReactNode {
  const souk = useSouk();
  const submission = useSubmission({
    contract: ReportReviewInput,
    read: (form) => ({ id, reason: typed(form, "reason"), note: typed(form, "note") }),
    send: async (input) => {
      await souk.reviews.report.mutate(input);
      toasts.say("Thank you. The shop will look at it.");
      onDone();
    },
  });
  return (
    <Form submission={submission} className="mt-3 grid gap-5">
      <SelectField name="reason" label="What is wrong with it?" required problem="Choose a reason.">
        <option value="">Choose…</option>
        {Object.entries(reportLabels).map(([reason, label]) => (
          <option key={reason} value={reason}>
            {label}
          </option>
        ))}
      </SelectField>
      <AreaField name="note" label="A word to the shop" maxLength={1000} />
      <Button type="submit" pending={submission.pending}>
        Report it
      </Button>
    </Form>
  );
}

export function ReportReview({ review }: { readonly review: Review }): ReactNode {
  const { user } = useSession();
  const signInFirst = useSignInFirst();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup={user ? "dialog" : undefined}
        onClick={() => (user ? setOpen(true) : signInFirst())}
        className="link min-h-11 px-1 text-sm text-ink-soft"
      >
        Report<span className="sr-only"> this review</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Report this review">
        {open && <ReportForm id={review.id} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
