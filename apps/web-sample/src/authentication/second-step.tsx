/** After the right password: the proof that only its owner can give. */

import type { PasskeyRequest } from "@souk/client/contracts/passkeys";
import { type SecondFactorNeeded, SecondStepInput } from "@souk/client/contracts/second-factor";
import type { User } from "@souk/client/contracts/users";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { useSubmission } from "../ui/use-submission.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { askForPasskey, passkeysWork } from "./passkey.ts";
import { EitherOr, PasskeyButton } from "./passkey-button.tsx";
import { ProofFields, readProof } from "./proof-fields.tsx";

type Needed = SecondFactorNeeded["second_factor"];

interface SecondStepProps {
  readonly needed: Needed;
  readonly onSignedIn: (user: User) => Promise<void>;
  readonly onBack: () => void;
}

function CodeForm({ needed, onSignedIn }: Omit<SecondStepProps, "onBack">): ReactNode {
  const souk = useSouk();
  const hasApp = needed.methods.includes("totp");
  const submission = useSubmission({
    contract: SecondStepInput,
    read: (form) => ({ challenge: needed.challenge, ...readProof(form) }),
    send: async (input) => {
      const { user } = await souk.authentication.sessionSecondStep.mutate(input);
      await onSignedIn(user);
    },
  });
  return (
    <Form submission={submission} className="grid gap-5">
      <ProofFields
        app={hasApp}
        recovery={needed.methods.includes("recovery_code")}
        first={hasApp}
      />
      <Button
        type="submit"
        look={hasApp ? "primary" : "secondary"}
        className="w-full"
        pending={submission.pending}
      >
        Sign in
      </Button>
    </Form>
  );
}

export function SecondStep({ needed, onSignedIn, onBack }: SecondStepProps): ReactNode {
  const souk = useSouk();
  const { challenge, methods, passkey: request } = needed;
  const hasApp = methods.includes("totp");
  const signInByPasskey = async (asked: PasskeyRequest): Promise<void> => {
    const passkey = await askForPasskey(asked);
    const { user } = await souk.authentication.sessionSecondStep.mutate({ challenge, passkey });
    await onSignedIn(user);
  };
  const byCode = (hasApp || methods.includes("recovery_code")) && (
    <CodeForm needed={needed} onSignedIn={onSignedIn} />
  );
  const byPasskey = request && passkeysWork && (
    <PasskeyButton first={!hasApp} onUse={() => signInByPasskey(request)}>
      Use a passkey
    </PasskeyButton>
  );
  return (
    <AuthFrame
      title="One more step"
      intro={<p>Your password was right. Now show that it is you who typed it.</p>}
    >
      <EitherOr one={hasApp ? byCode : byPasskey} other={hasApp ? byPasskey : byCode} />
      <p className="mt-8 border-t border-line pt-6 text-center text-[0.95rem]">
        <button type="button" onClick={onBack} className="link min-h-11 font-semibold">
          Back to the password
        </button>
      </p>
    </AuthFrame>
  );
}
