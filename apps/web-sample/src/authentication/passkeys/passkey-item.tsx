/** One passkey among others: what it is called, when it served, and how it goes. */
import { type Passkey, RenamePasskeyInput } from "@souk/client/contracts/passkeys";
import { useSouk, useTRPC } from "@souk/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { AskTwice } from "../../ui/ask-twice.tsx";
import { Button } from "../../ui/button.tsx";
import { focusOnArrival } from "../../ui/focus-on-arrival.ts";
import { Form, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault, typed, useSubmission } from "../../ui/use-submission.ts";
import { Moment } from "../../users/moment.tsx";
import { useFresh } from "../confirm-identity.tsx";

interface RenameFormProps {
  readonly passkey: Passkey;
  readonly onDone: () => void;
}

function RenameForm({ passkey, onDone }: RenameFormProps): ReactNode {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const submission = useSubmission({
    contract: RenamePasskeyInput,
    read: (form) => ({ id: passkey.id, name: typed(form, "name") ?? "" }),
    send: async (input) => {
      await souk.authentication.passkeys.rename.mutate(input);
      await cache.invalidateQueries({
        queryKey: trpc.authentication.passkeys.list.queryKey(),
      });
      onDone();
    },
  });
  return (
    <Form submission={submission} label={`Name of ${passkey.name}`} className="grid gap-4 py-5">
      <TextField
        ref={focusOnArrival}
        name="name"
        label="Name"
        required
        maxLength={60}
        autoComplete="off"
        defaultValue={passkey.name}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={submission.pending}>
          Save the name
        </Button>
        <Button look="secondary" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}

function useRemoval(id: string, onRemoved: () => void) {
  const souk = useSouk();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const fresh = useFresh();
  return useMutation({
    mutationFn: () => fresh(() => souk.authentication.passkeys.remove.mutate({ id })),
    onSuccess: async () => {
      toasts.say("The passkey is removed.");
      onRemoved();
      await cache.invalidateQueries({ queryKey: trpc.authentication.pathKey() });
    },
    onError: (error) => toasts.say(explainFault(error)),
  });
}

interface PasskeyItemProps {
  readonly passkey: Passkey;
  readonly onRemoved: () => void;
}

export function PasskeyItem({ passkey, onRemoved }: PasskeyItemProps): ReactNode {
  const { id, name, created_at, last_used_at, is_backed_up } = passkey;
  const [renaming, setRenaming] = useState(false);
  const removal = useRemoval(id, onRemoved);
  if (renaming) {
    return (
      <li>
        <RenameForm passkey={passkey} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
      <div className="min-w-0">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-sm text-ink-soft">
          Added <Moment at={created_at} />
          {is_backed_up && ", kept in step over your devices"}
        </p>
        <p className="text-sm text-ink-soft">
          {last_used_at ? (
            <>
              Last used <Moment at={last_used_at} />
            </>
          ) : (
            "Not used yet"
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-x-4">
        <button
          type="button"
          onClick={() => setRenaming(true)}
          className="link min-h-11 px-1 text-[0.95rem]"
        >
          Rename<span className="sr-only"> {name}</span>
        </button>
        <AskTwice
          ask="Remove"
          about={name}
          confirm="Yes, remove it"
          keep="Keep it"
          pending={removal.isPending}
          onConfirm={() => removal.mutate()}
        />
      </div>
    </li>
  );
}
