/** Where the link in the mail leads: a new password, with which one then signs in. */
import { errorReason } from "@souk/client";
import { ResetPasswordInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { toasts } from "../ui/toast.tsx";
import { useSubmission } from "../ui/use-submission.ts";
import { useSessionChanges } from "../users/session.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { NewPasswordFields, readNewPassword } from "./new-password-fields.tsx";

const route = getRouteApi("/reset-password/$token");

function ResetPasswordForm({ token }: { readonly token: string }): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const { askAgain } = useSessionChanges();
  const submission = useSubmission({
    contract: ResetPasswordInput,
    read: (form) => ({ token, ...readNewPassword(form) }),
    send: async (input) => {
      const { message } = await souk.authentication.resetPassword.mutate(input);
      // This browser may have been signed in: it is no more.
      await askAgain();
      await navigate({ to: "/sign-in", replace: true });
      toasts.say(message);
    },
    explain: (error) =>
      errorReason(error) === "password_reset_token_invalid"
        ? "This link is spent: it works once, for one hour, and only the newest does. Ask for another one below."
        : null,
  });
  return (
    <Form submission={submission} className="grid gap-5">
      <NewPasswordFields name="new_password" />
      <Button type="submit" className="mt-2 w-full" pending={submission.pending}>
        Save the password
      </Button>
    </Form>
  );
}

export function ResetPasswordPage(): ReactNode {
  const { token } = route.useParams();
  return (
    <AuthFrame
      title="Choose a new password"
      intro={<p>All your devices are signed out then, this one too.</p>}
    >
      <ResetPasswordForm token={token} />
      <p className="mt-8 border-t border-line pt-6 text-center text-[0.95rem]">
        The link does not work?{" "}
        <Link to="/forgot-password" className="link font-semibold">
          Get another one
        </Link>
      </p>
    </AuthFrame>
  );
}
