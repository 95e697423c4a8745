/** Signing in, by password or passkey; then back to where one was. */
import { errorReason } from "@souk/client";
import { LoginInput } from "@souk/client/contracts/authentication";
import type { SecondFactorNeeded } from "@souk/client/contracts/second-factor";
import type { User } from "@souk/client/contracts/users";
import { useSouk } from "@souk/client/react";
import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Form, PasswordField } from "../ui/form.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { useSession } from "../users/session.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { EmailField } from "./email-field.tsx";
import { askForPasskey, passkeysWork } from "./passkey.ts";
import { EitherOr, PasskeyButton } from "./passkey-button.tsx";
import { SecondStep } from "./second-step.tsx";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/sign-in");

type Needed = SecondFactorNeeded["second_factor"];

interface SignInFormProps {
  readonly onSignedIn: (user: User) => Promise<void>;
  readonly onNeeded: (needed: Needed) => void;
}

function SignInForm({ onSignedIn, onNeeded }: SignInFormProps): ReactNode {
  const souk = useSouk();
  const submission = useSubmission({
    contract: LoginInput,
    read: (form) => ({
      email: typed(form, "email") ?? "",
      password: String(form.get("password") ?? ""),
    }),
    send: async (input) => {
      const answer = await souk.authentication.startSession.mutate(input);
      if ("second_factor" in answer) onNeeded(answer.second_factor);
      else await onSignedIn(answer.user);
    },
    explain: (error) =>
      errorReason(error) === "account_inactive"
        ? "This account is not active. Have you followed the link in the mail we sent you?"
        : null,
  });
  return (
    <Form submission={submission} className="grid gap-5">
      <EmailField />
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

function PasskeySignIn({ onSignedIn }: Pick<SignInFormProps, "onSignedIn">): ReactNode {
  const { passkeys } = useSouk().authentication;
  const signIn = async (): Promise<void> => {
    const { challenge, options } = await passkeys.startSignIn.mutate();
    const passkey = await askForPasskey(options);
    const { user } = await passkeys.startSession.mutate({ challenge, passkey });
    await onSignedIn(user);
  };
  return <PasskeyButton onUse={signIn}>Sign in with a passkey</PasskeyButton>;
}

export function SignInPage(): ReactNode {
  const { redirect } = route.useSearch();
  const { user } = useSession();
  const enter = useEnter();
  const [needed, setNeeded] = useState<Needed | null>(null);
  const onwards = redirect === undefined ? {} : { redirect };
  const onSignedIn = (person: User): Promise<void> => enter(person, redirect);
  if (user) return <Navigate to={redirect ?? "/account"} replace />;
  if (needed) {
    return <SecondStep needed={needed} onSignedIn={onSignedIn} onBack={() => setNeeded(null)} />;
  }
  return (
    <AuthFrame title="Sign in" intro={<p>What is in your cart comes with you.</p>}>
      <EitherOr
        one={<SignInForm onSignedIn={onSignedIn} onNeeded={setNeeded} />}
        other={passkeysWork && <PasskeySignIn onSignedIn={onSignedIn} />}
      />
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
