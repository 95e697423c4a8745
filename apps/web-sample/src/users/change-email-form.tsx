/** Another address for the account: it counts once its owner has followed the link sent there. */
import { ChangeEmailInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../authentication/confirm-identity.tsx";
import { EmailField } from "../authentication/email-field.tsx";
import { MailboxLink } from "../authentication/mailbox-link.tsx";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";

export function ChangeEmailForm(): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const [sent, setSent] = useState<string | null>(null);
  const submission = useSubmission({
    contract: ChangeEmailInput,
    read: (form) => ({ email: typed(form, "email") ?? "" }),
    send: async (input) => {
      setSent(null);
      const { message } = await fresh(() => souk.authentication.changeEmail.mutate(input));
      setSent(message);
    },
  });
  return (
    <div className="max-w-xl">
      <div aria-live="polite">
        {sent && (
          <Notice tone="success" className="mb-6">
            <p>{sent}</p>
          </Notice>
        )}
      </div>
      {sent && <MailboxLink />}
      <Form submission={submission} label="E-mail" className="grid gap-5">
        <EmailField label="New e-mail" autoComplete="email" />
        <Button
          type="submit"
          look="secondary"
          className="sm:justify-self-start"
          pending={submission.pending}
        >
          Send the link
        </Button>
      </Form>
    </div>
  );
}
