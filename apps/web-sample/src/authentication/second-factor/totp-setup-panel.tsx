/** Tying an authenticator app to the account: show it the secret, then type its first code. */
import { ConfirmTotpInput, type TotpSetup } from "@souk/client/contracts/second-factor";
import { useSouk } from "@souk/client/react";
import { QRCodeSVG } from "qrcode.react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { useFresh } from "../confirm-identity.tsx";
import { CodeField } from "../proof-fields.tsx";

const QR_SIZE = 176;

/** Groups of four, as they are easiest to type. */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

function Secret({ setup }: { readonly setup: TotpSetup }): ReactNode {
  return (
    <div className="grid items-center gap-6 sm:grid-cols-[auto_1fr]">
      <div className="justify-self-center rounded-xl bg-white p-3 ring-1 ring-line">
        <QRCodeSVG
          value={setup.uri}
          size={QR_SIZE}
          fgColor="#221a15"
          title="A QR code for your authenticator app"
        />
      </div>
      <div className="min-w-0">
        <p className="text-ink-soft">Or type this key into the app:</p>
        <code className="mt-2 block font-mono text-lg tracking-wide break-words select-all">
          {grouped(setup.secret)}
        </code>
        <p className="mt-3 text-[0.95rem]">
          <a href={setup.uri} className="link">
            Open an app on this device
          </a>
        </p>
      </div>
    </div>
  );
}

interface TotpSetupPanelProps {
  readonly setup: TotpSetup;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

function StepTitle({ number, children }: { readonly number: number; readonly children: string }) {
  return (
    <h3 className="mb-4 flex items-center gap-3 font-sans text-base font-semibold">
      <span
        aria-hidden
        className="inline-flex size-7 items-center justify-center rounded-full bg-ink text-sm text-paper"
      >
        {number}
      </span>
      {children}
    </h3>
  );
}

export function TotpSetupPanel({ setup, onConfirmed, onCancel }: TotpSetupPanelProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const submission = useSubmission({
    contract: ConfirmTotpInput,
    read: (form) => ({ code: typed(form, "code") ?? "" }),
    send: async (input) => {
      const confirm = () => souk.authentication.secondFactor.confirmTotp.mutate(input);
      onConfirmed((await fresh(confirm)).codes);
    },
  });
  return (
    <div className="max-w-xl rounded-2xl bg-paper-raised p-6 shadow-lift sm:p-8">
      <StepTitle number={1}>Show this to your authenticator app</StepTitle>
      <Secret setup={setup} />
      <div className="mt-8 border-t border-line pt-8">
        <StepTitle number={2}>Type the code that it shows</StepTitle>
        <Form submission={submission} label="First code" className="grid gap-5">
          <CodeField hint="All your other devices are signed out then." />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" pending={submission.pending}>
              Switch it on
            </Button>
            <Button look="secondary" onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
