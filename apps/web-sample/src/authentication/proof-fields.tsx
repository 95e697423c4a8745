/** The second proof beside a password: a code of the app, or one of the recovery codes. */
import { type ComponentProps, type ReactNode, useState } from "react";
import { focusOnArrival } from "../ui/focus-on-arrival.ts";
import { TextField } from "../ui/form.tsx";
import { typed } from "../ui/use-submission.ts";

interface Proof {
  readonly code?: string;
  readonly recovery_code?: string;
}

/** Whichever of the two the form shows. */
export function readProof(form: FormData): Proof {
  const text = (name: string): string => typed(form, name) ?? "";
  if (form.has("code")) return { code: text("code") };
  return form.has("recovery_code") ? { recovery_code: text("recovery_code") } : {};
}

type CodeFieldProps = Pick<ComponentProps<typeof TextField>, "ref" | "hint">;

export function CodeField(props: CodeFieldProps): ReactNode {
  return (
    <TextField
      {...props}
      name="code"
      label="Code from your app"
      required
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={12}
      className="tabular text-xl tracking-[0.3em]"
    />
  );
}

interface ProofFieldsProps {
  /** Whether the account has an app that shows codes. */
  readonly app: boolean;
  /** Whether a recovery code is left. */
  readonly recovery: boolean;
  /** Nothing stands above it that one would fill in before. */
  readonly first?: boolean;
}

export function ProofFields({ app, recovery, first = false }: ProofFieldsProps): ReactNode {
  const [kind, setKind] = useState<"code" | "recovery_code">(app ? "code" : "recovery_code");
  const [changed, setChanged] = useState(false);
  const arrival = first || changed ? { ref: focusOnArrival } : {};
  const recovering = kind === "recovery_code";
  const change = (): void => {
    setChanged(true);
    setKind(recovering ? "code" : "recovery_code");
  };
  return (
    <div className="grid gap-2">
      {recovering ? (
        <TextField
          {...arrival}
          name="recovery_code"
          label="Recovery code"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="One of those that you saved. It is spent then."
        />
      ) : (
        <CodeField {...arrival} />
      )}
      {app && recovery && (
        <button
          type="button"
          onClick={change}
          className="link min-h-11 justify-self-start text-[0.95rem]"
        >
          {recovering ? "Use a code from the app" : "Use a recovery code"}
        </button>
      )}
    </div>
  );
}
