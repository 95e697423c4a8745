/** Making an account. A known address is answered alike, so this page cannot tell either. */
import { RegisterInput } from "@souk/client/contracts/authentication";
import { useSouk } from "@souk/client/react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField, Form, TextField } from "../ui/form.tsx";
import { typed, useSubmission } from "../ui/use-submission.ts";
import { phoneOf } from "../users/address-form.tsx";
import { AuthFrame } from "./auth-frame.tsx";
import { EmailField } from "./email-field.tsx";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { pendingEmail } from "./pending-email.ts";

const route = getRouteApi("/register");

function readRegistration(form: FormData): Record<string, unknown> {
  const text = (name: string): string => typed(form, name) ?? "";
  const phone = phoneOf(form, "phone");
  return {
    email: text("email"),
    username: text("username"),
    password: String(form.get("password") ?? ""),
    password_confirm: String(form.get("password_confirm") ?? ""),
    first_name: text("first_name"),
    last_name: text("last_name"),
    marketing_consent: form.get("marketing_consent") !== null,
    ...(phone === undefined ? {} : { phone }),
  };
}

function RegisterFields(): ReactNode {
  return (
    <>
      <TextField name="first_name" label="First name" required autoComplete="given-name" />
      <TextField name="last_name" label="Last name" required autoComplete="family-name" />
      <EmailField autoComplete="email" fieldClassName="sm:col-span-2" />
      <TextField
        name="username"
        label="User name"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        hint="3 to 40 letters, digits, dots, dashes or underscores."
        fieldClassName="sm:col-span-2"
      />
      <NewPasswordFields name="password" fieldClassName="sm:col-span-2" />
      <TextField
        name="phone"
        label="Phone"
        type="tel"
        autoComplete="tel"
        hint="With the country code, such as +33 6 12 34 56 78."
        fieldClassName="sm:col-span-2"
      />
      <CheckField
        name="marketing_consent"
        label="Mail me news and offers. I can stop them at any time."
        className="sm:col-span-2"
      />
    </>
  );
}

function RegisterForm(): ReactNode {
  const souk = useSouk();
  const navigate = useNavigate();
  const submission = useSubmission({
    contract: RegisterInput,
    read: readRegistration,
    send: async (input) => {
      await souk.authentication.register.mutate(input);
      pendingEmail.set(input.email);
      await navigate({ to: "/check-your-mail" });
    },
  });
  return (
    <Form submission={submission} className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <RegisterFields />
      <Button type="submit" className="mt-2 sm:col-span-2" pending={submission.pending}>
        Create the account
      </Button>
    </Form>
  );
}

export function RegisterPage(): ReactNode {
  const { redirect } = route.useSearch();
  return (
    <AuthFrame
      title="Create an account"
      intro={<p>For your orders and addresses, in one place.</p>}
    >
      <RegisterForm />
      <p className="mt-8 border-t border-line pt-6 text-center text-[0.95rem]">
        Have one?{" "}
        <Link
          to="/sign-in"
          search={redirect === undefined ? {} : { redirect }}
          className="link font-semibold"
        >
          Sign in
        </Link>
      </p>
    </AuthFrame>
  );
}
