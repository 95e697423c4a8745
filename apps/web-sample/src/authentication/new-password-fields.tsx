/** A new password, typed twice. */
import { PASSWORD_MIN_LENGTH } from "@souk/client/contracts/authentication";
import type { ReactNode } from "react";
import { PasswordField } from "../ui/form.tsx";

interface NewPasswordFieldsProps {
  /** The second field is named after it: `password` and `password_confirm`. */
  readonly name: "password" | "new_password";
  readonly fieldClassName?: string;
}

export function NewPasswordFields({ name, fieldClassName }: NewPasswordFieldsProps): ReactNode {
  const label = name === "password" ? "Password" : "New password";
  const common = {
    autoComplete: "new-password",
    ...(fieldClassName === undefined ? {} : { fieldClassName }),
  };
  return (
    <>
      <PasswordField
        name={name}
        label={label}
        hint={`At least ${PASSWORD_MIN_LENGTH} characters. A few words in a row are fine.`}
        {...common}
      />
      <PasswordField name={`${name}_confirm`} label={`${label} again`} {...common} />
    </>
  );
}

export const readNewPassword = (form: FormData) => ({
  new_password: String(form.get("new_password") ?? ""),
  new_password_confirm: String(form.get("new_password_confirm") ?? ""),
});
