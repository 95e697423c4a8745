/** The mail is on its way; and what to do when it is not. */
import { ResendVerificationInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { EmailField } from "./email-field.tsx";
import { MailboxLink } from "./mailbox-link.tsx";
import { pendingEmail } from "./pending-email.ts";

export function CheckMailPage(): ReactNode {
  const souk = useSouk();
  const email = pendingEmail.use();
  const [sent, setSent] = useState<string | null>(null);
  const submission = useSubmission({
    contract: ResendVerificationInput,
    read: (form) => ({ email: typed(form, "email") ?? "" }),
    send: async (input) => {
      const { message } = await souk.authentication.resendVerification.mutate(input);
      setSent(message);
    },
  });
  return (
    <AuthFrame
      title="Check your mail"
      intro={
        <p>
          {email ? (
            <>
              We have written to <strong className="break-all text-ink">{email}</strong>.{" "}
            </>
          ) : (
            "We send a link to each new address. "
          )}
          Follow the link within 24 hours, and you are signed in.
        </p>
      }
    >
      <MailboxLink />
      {sent && (
        <Notice tone="success" className="mb-6">
          <p>{sent}</p>
        </Notice>
      )}
      <h2 className="display-4 mb-4">Nothing there?</h2>
      <Form submission={submission} className="grid gap-5">
        <EmailField
          autoComplete="email"
          defaultValue={email}
          hint="Look into the spam folder first."
        />
        <Button type="submit" look="secondary" pending={submission.pending}>
          Send it again
        </Button>
      </Form>
    </AuthFrame>
  );
}
