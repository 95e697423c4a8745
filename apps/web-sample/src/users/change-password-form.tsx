/** A new password, for somebody who knows the old one. */
import { ChangePasswordInput } from "@souk/client/contracts/authentication";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { NewPasswordFields, readNewPassword } from "../authentication/new-password-fields.tsx";
import { Button } from "../ui/button.tsx";
import { Form, PasswordField } from "../ui/form.tsx";
import { toasts } from "../ui/toast.tsx";
import { type Submission, useSubmission } from "../ui/use-submission.ts";

function useChange(): Submission {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const submission: Submission = useSubmission({
    contract: ChangePasswordInput,
    read: (form) => ({
      old_password: String(form.get("old_password") ?? ""),
      ...readNewPassword(form),
    }),
    send: async (input) => {
      try {
        const { message } = await souk.authentication.changePassword.mutate(input);
        submission.formRef.current?.reset();
        toasts.say(message);
      } finally {
        // Wrong ones stand in the list of attempts as well.
        void cache.invalidateQueries({ queryKey: trpc.authentication.pathKey() });
      }
    },
  });
  return submission;
}

export function ChangePasswordForm({ email }: { readonly email: string }): ReactNode {
  const submission = useChange();
  return (
    <Form submission={submission} label="Password" className="grid max-w-xl gap-5">
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField name="old_password" label="Your password" autoComplete="current-password" />
      <NewPasswordFields name="new_password" />
      <Button type="submit" className="sm:justify-self-start" pending={submission.pending}>
        Change the password
      </Button>
    </Form>
  );
}
