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

const NameInput = AddPasskeyInput.pick({ name: true });

function useAddition(onDone: () => void) {
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
      await fresh(() => passkeys.add.mutate({ challenge, name, passkey }));
      await cache.invalidateQueries({ queryKey: trpc.authentication.pathKey() });
      toasts.say("The passkey is added.");
      onDone();
    },
    explain: explainPasskeyFault,
  });
}

function AddPasskeyForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const submission = useAddition(onDone);
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
        <Button look="secondary" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

export function AddPasskey(): ReactNode {
  const [adding, setAdding] = useState(false);
  if (adding) return <AddPasskeyForm onDone={() => setAdding(false)} />;
  return (
    <Button look="secondary" onClick={() => setAdding(true)}>
      Add a passkey
    </Button>
  );
}
