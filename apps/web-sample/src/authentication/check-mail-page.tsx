/** The mail is on its way; and what to do when it is not. */
import { ResendVerificationInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Form, TextField } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { pendingEmail } from "./pending-email.ts";

const MAILBOX = "/dev/mailbox";

/** A server in development keeps the mails it would have sent; any other answers with the shop. */
async function hasMailbox(): Promise<boolean> {
  const response = await fetch(MAILBOX);
  return response.ok && !(await response.text()).includes('id="root"');
}

function MailboxLink(): ReactNode {
  const { data: open = false } = useQuery({
    queryKey: ["mailbox"],
    queryFn: hasMailbox,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!open) return null;
  return (
    <Notice tone="info" title="This is a development server" className="mb-6 text-left">
      <p>
        No mail leaves it.{" "}
        <a href={MAILBOX} target="_blank" rel="noreferrer" className="link font-semibold">
          Open its mailbox
        </a>
      </p>
    </Notice>
  );
}

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
        <TextField
          name="email"
          label="E-mail"
          type="email"
          required
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
