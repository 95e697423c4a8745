/** An e-mail address, as all forms about accounts ask for it. */
import type { ComponentProps, ReactNode } from "react";
import { TextField } from "../ui/form.tsx";

type EmailFieldProps = Omit<Partial<ComponentProps<typeof TextField>>, "name" | "type">;

export function EmailField(props: EmailFieldProps): ReactNode {
  return (
    <TextField
      label="E-mail"
      autoComplete="username"
      {...props}
      name="email"
      type="email"
      required
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
