/** Asking for a link to a new password. Every address is answered alike, so this page cannot tell either. */
import { ForgotPasswordInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { EmailField } from "./email-field.tsx";
import { MailboxLink } from "./mailbox-link.tsx";

export function ForgotPasswordPage(): ReactNode {
  const souk = useSouk();
  const [sent, setSent] = useState<string | null>(null);
  const submission = useSubmission({
    contract: ForgotPasswordInput,
    read: (form) => ({ email: typed(form, "email") ?? "" }),
    send: async (input) => {
      setSent(null);
      const { message } = await souk.authentication.forgotPassword.mutate(input);
      setSent(message);
    },
  });
  return (
    <AuthFrame
      title="Forgotten your password?"
      intro={<p>We mail you a link. It works once, for one hour.</p>}
    >
      {sent && <MailboxLink />}
      <div aria-live="polite">
        {sent && (
          <Notice tone="success" className="mb-6">
            <p>{sent}</p>
          </Notice>
        )}
      </div>
      <Form submission={submission} className="grid gap-5">
        <EmailField />
        <Button type="submit" className="mt-2 w-full" pending={submission.pending}>
          Send me a link
        </Button>
      </Form>
      <p className="mt-8 border-t border-line pt-6 text-center text-[0.95rem]">
        <Link to="/sign-in" className="link font-semibold">
          Back to signing in
        </Link>
      </p>
    </AuthFrame>
  );
}
