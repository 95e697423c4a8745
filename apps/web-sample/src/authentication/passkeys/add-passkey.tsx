/** A new passkey: a name for people first, then the browser makes it. */
import { AddPasskeyInput } from "@souk/client/contracts/passkeys";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { focusOnArrival } from "../../ui/focus-on-arrival.ts";
import { Form, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { useFresh } from "../confirm-identity.tsx";
import { explainPasskeyFault, makePasskey } from "../passkey.ts";
import { RecoveryCodesPanel } from "../second-factor/recovery-codes-panel.tsx";

const NameInput = AddPasskeyInput.pick({ name: true });

/** Of the first factor: the codes that stand in for it. */
type Codes = readonly string[] | null;

function useAddition(onAdded: (codes: Codes) => void) {
  const { passkeys } = useSouk().authentication;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const fresh = useFresh();
  return useSubmission({
    contract: NameInput,
    read: (form) => ({ name: typed(form, "name") ?? "" }),
    send: async ({ name }) => {
      const { challenge, options } = await fresh(() => passkeys.startCreation.mutate());
      const passkey = await makePasskey(options);
      const added = await fresh(() => passkeys.add.mutate({ challenge, name, passkey }));
      await cache.invalidateQueries({ queryKey: trpc.authentication.pathKey() });
      const others = added.recovery_codes && " All your other devices are signed out.";
      toasts.say(`The passkey is added.${others ?? ""}`);
      onAdded(added.recovery_codes);
    },
    explain: explainPasskeyFault,
  });
}

interface AddPasskeyFormProps {
  readonly onAdded: (codes: Codes) => void;
  readonly onCancel: () => void;
}

function AddPasskeyForm({ onAdded, onCancel }: AddPasskeyFormProps): ReactNode {
  const submission = useAddition(onAdded);
  return (
    <Form submission={submission} label="A new passkey" className="grid max-w-xl gap-5">
      <TextField
        ref={focusOnArrival}
        name="name"
        label="Name"
        required
        maxLength={60}
        autoComplete="off"
        hint="So that you know it again, such as My phone."
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={submission.pending}>
          Make the passkey
        </Button>
        <Button look="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

type View = "button" | "form" | readonly string[];

/** `onChanged`: what was pressed goes away, and the focus must not go with it. */
export function AddPasskey({ onChanged }: { readonly onChanged: () => void }): ReactNode {
  const [view, setView] = useState<View>("button");
  const show = (next: View): void => {
    setView(next);
    onChanged();
  };
  if (view === "form") {
    const onAdded = (codes: Codes): void => show(codes ?? "button");
    return <AddPasskeyForm onAdded={onAdded} onCancel={() => show("button")} />;
  }
  if (view !== "button") {
    return <RecoveryCodesPanel codes={view} onDone={() => show("button")} />;
  }
  return (
    <Button look="secondary" onClick={() => setView("form")}>
      Add a passkey
    </Button>
  );
}
