/** Signing in; then back to where one was. */
import { errorReason } from "@souk/client";
import { LoginInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Form, PasswordField, TextField } from "../ui/form.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/sign-in");

function SignInForm({ redirect }: { readonly redirect: string | undefined }): ReactNode {
  const souk = useSouk();
  const enter = useEnter();
  const submission = useSubmission({
    contract: LoginInput,
    read: (form) => ({
      email: typed(form, "email") ?? "",
      password: String(form.get("password") ?? ""),
    }),
    send: async (input) => {
      const { user } = await souk.authentication.startSession.mutate(input);
      await enter(user, redirect);
    },
    explain: (error) =>
      errorReason(error) === "account_inactive"
        ? "This account is not active. Have you followed the link in the mail we sent you?"
        : null,
  });
  return (
    <Form submission={submission} className="grid gap-5">
      <TextField
        name="email"
        label="E-mail"
        type="email"
        required
        autoComplete="username"
        inputMode="email"
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
      <Link to="/forgot-password" className="link -mt-2 justify-self-end text-[0.95rem]">
        Forgotten your password?
      </Link>
      <Button type="submit" className="mt-2 w-full" pending={submission.pending}>
        Sign in
      </Button>
    </Form>
  );
}

export function SignInPage(): ReactNode {
  const { redirect } = route.useSearch();
  const { user } = useSession();
  const onwards = redirect === undefined ? {} : { redirect };
  if (user) return <Navigate to={redirect ?? "/account"} replace />;
  return (
    <AuthFrame title="Sign in" intro={<p>What is in your cart comes with you.</p>}>
      <SignInForm redirect={redirect} />
      <p className="mt-8 border-t border-line pt-6 text-center text-[0.95rem]">
        New here?{" "}
        <Link to="/register" search={onwards} className="link font-semibold">
          Create an account
        </Link>
      </p>
      <p className="mt-2 text-center text-[0.95rem]">
        <Link to="/check-your-mail" className="link text-ink-soft">
          The confirmation mail did not come
        </Link>
      </p>
    </AuthFrame>
  );
}
