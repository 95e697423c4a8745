/** Granting a role to somebody who has an account. */
import { GrantRoleInput } from "@souk/client/contracts/access";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Form, SelectField, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { useRoles, useTeamChanged } from "./use-team.ts";

export function GrantForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useTeamChanged();
  const roles = useRoles();
  const submission = useSubmission({
    contract: GrantRoleInput,
    read: (form) => ({
      email: typed(form, "email") ?? "",
      role_id: String(form.get("role_id") ?? ""),
    }),
    send: async (input) => {
      const member = await fresh(() => souk.access.grantRole.mutate(input));
      toasts.say(`${member.email} has the role now.`);
      onDone();
      await changed();
    },
  });
  return (
    <Form submission={submission} label="Grant a role" className="mt-3 grid gap-5">
      <TextField
        name="email"
        label="E-mail"
        type="email"
        required
        autoComplete="off"
        hint="Of somebody who has a verified account in this shop."
      />
      <SelectField
        name="role_id"
        label="Role"
        required
        defaultValue=""
        problem="Choose a role."
        hint="You can only grant what you may do yourself."
      >
        <option value="" disabled>
          Choose a role
        </option>
        {roles.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap justify-end gap-2">
        <CompactButton onClick={onDone}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          Grant the role
        </CompactButton>
      </div>
    </Form>
  );
}
