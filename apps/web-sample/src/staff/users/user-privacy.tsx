/** A person's data: a copy of all of it, or its end. */
import { ErasePersonInput } from "@souk/client/contracts/privacy";
import type { UserDetail } from "@souk/client/contracts/users";
import { useSouk } from "@souk/client/react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Download, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, TextField } from "../../ui/form.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { toasts } from "../../ui/toast.tsx";
import { explainFault, typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { useUserChanged } from "./user-access.tsx";

interface UserProps {
  readonly user: UserDetail;
}

function EraseForm({ user, onCancel }: UserProps & { readonly onCancel: () => void }): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const navigate = useNavigate();
  const changed = useUserChanged();
  const submission = useSubmission({
    contract: ErasePersonInput,
    read: (form) => ({ id: user.id, confirm: typed(form, "confirm") ?? "" }),
    send: async (input) => {
      await fresh(() => souk.privacy.erasePerson.mutate(input));
      toasts.say("The person's data is erased.");
      await navigate({ to: "/staff/users" });
      await changed();
    },
  });
  return (
    <Form submission={submission} label="Erase the person's data" className="mt-3 grid gap-5">
      <p className="text-[0.95rem] text-ink-soft">
        The account, its addresses and all that identifies the person go for good. Orders stay for
        the books, without a name. This cannot be undone.
      </p>
      <TextField
        name="confirm"
        label={`Type ${user.email} to confirm`}
        required
        autoComplete="off"
      />
      <div className="flex flex-wrap justify-end gap-2">
        <CompactButton onClick={onCancel}>Cancel</CompactButton>
        <CompactButton type="submit" look="danger" pending={submission.pending}>
          Erase for good
        </CompactButton>
      </div>
    </Form>
  );
}

export function UserPrivacy({ user }: UserProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const exporting = useMutation({
    mutationFn: () => fresh(() => souk.privacy.exportPerson.query({ id: user.id })),
    onSuccess: (data) => {
      const text = JSON.stringify(data, null, 2);
      saveFile(`personal-data-${user.username}.json`, text, "application/json");
      toasts.say("The export is on its way to your downloads.");
    },
    onError: (error) => toasts.say(explainFault(error)),
  });
  return (
    <Panel title="Privacy" intro="For requests of the person themselves">
      <div className="flex flex-wrap gap-2">
        <CompactButton pending={exporting.isPending} onClick={() => exporting.mutate()}>
          <Download aria-hidden className="size-4" />
          Export personal data
        </CompactButton>
        <CompactButton look="danger" onClick={() => setAsking(true)}>
          <Trash2 aria-hidden className="size-4" />
          Erase
        </CompactButton>
      </div>
      <Dialog open={asking} onClose={close} title={`Erase ${user.first_name}'s data?`}>
        {asking && <EraseForm user={user} onCancel={close} />}
      </Dialog>
    </Panel>
  );
}
