/** Disabling an account, with a reason that is kept, and enabling it again. */
import { DisableUserInput } from "@souk/client/contracts/security";
import type { UserDetail } from "@souk/client/contracts/users";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Panel } from "../ui/panel.tsx";

interface UserProps {
  readonly user: UserDetail;
}

/** All that staff knows of a user is asked for again. */
export function useUserChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: trpc.users.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.authentication.security.pathKey() }),
    ]);
  };
}

function DisableForm({ user, onDone }: UserProps & { readonly onDone: () => void }): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useUserChanged();
  const submission = useSubmission({
    contract: DisableUserInput,
    read: (form) => ({ id: user.id, reason: typed(form, "reason") }),
    send: async (input) => {
      await fresh(() => souk.authentication.security.disableUser.mutate(input));
      toasts.say(`${user.email} is disabled and signed out everywhere.`);
      onDone();
      await changed();
    },
  });
  return (
    <Form submission={submission} label="Disable the account" className="mt-4 grid gap-5">
      <TextField name="reason" label="Reason" maxLength={300} hint="Kept in the audit trail." />
      <div className="flex flex-wrap justify-end gap-2">
        <CompactButton onClick={onDone}>Cancel</CompactButton>
        <CompactButton type="submit" look="danger" pending={submission.pending}>
          Disable the account
        </CompactButton>
      </div>
    </Form>
  );
}

export function UserAccess({ user }: UserProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useUserChanged();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const enable = async (): Promise<void> => {
    await fresh(() => souk.authentication.security.enableUser.mutate({ id: user.id }));
    toasts.say(`${user.email} may sign in again.`);
    await changed();
  };
  return (
    <Panel title="Access">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-md text-[0.95rem] text-ink-soft">
          {user.is_active
            ? "Disabling signs this person out everywhere. They cannot sign in until enabled again."
            : "This account cannot sign in."}
        </p>
        {user.is_active ? (
          <CompactButton look="danger" onClick={() => setAsking(true)}>
            Disable
          </CompactButton>
        ) : (
          user.is_verified && (
            <CompactButton look="primary" onClick={() => setAsking(true)}>
              Enable
            </CompactButton>
          )
        )}
      </div>
      {user.is_active ? (
        <Dialog open={asking} onClose={close} title={`Disable ${user.first_name}?`}>
          {asking && <DisableForm user={user} onDone={close} />}
        </Dialog>
      ) : (
        <Confirm
          open={asking}
          onClose={close}
          title={`Enable ${user.first_name}?`}
          action="Enable the account"
          onConfirm={enable}
        >
          <p>They can sign in again with the password they had.</p>
        </Confirm>
      )}
    </Panel>
  );
}
