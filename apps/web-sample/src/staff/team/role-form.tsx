/** Making a role, or changing one. */
import { CreateRoleInput, PermissionName, type Role } from "@souk/client/contracts/access";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Form, TextField } from "../../ui/form.tsx";
import { toasts } from "../../ui/toast.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { PermissionFields } from "./permission-fields.tsx";
import { useTeamChanged } from "./use-team.ts";

interface RoleFormProps {
  /** Null for a new one. */
  readonly role: Role | null;
  readonly onDone: () => void;
}

export function RoleForm({ role, onDone }: RoleFormProps): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useTeamChanged();
  const [ticked, setTicked] = useState<ReadonlySet<PermissionName>>(new Set(role?.permissions));
  const submission = useSubmission({
    contract: CreateRoleInput,
    read: (form) => ({
      name: typed(form, "name") ?? "",
      description: typed(form, "description") ?? "",
      permissions: [...ticked],
    }),
    send: async (input) => {
      const saved = await fresh(() =>
        role === null
          ? souk.access.createRole.mutate(input)
          : souk.access.updateRole.mutate({ id: role.id, ...input }),
      );
      toasts.say(role === null ? `The role ${saved.name} is made.` : `${saved.name} is changed.`);
      onDone();
      await changed();
    },
  });
  return (
    <Form submission={submission} label="Role" className="grid gap-5">
      <TextField name="name" label="Name" required maxLength={60} defaultValue={role?.name} />
      <TextField
        name="description"
        label="Description"
        maxLength={200}
        defaultValue={role?.description}
      />
      <PermissionFields offered={PermissionName.options} ticked={ticked} onChange={setTicked} />
      <div className="flex flex-wrap justify-end gap-2">
        <CompactButton onClick={onDone}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          {role === null ? "Make the role" : "Save the role"}
        </CompactButton>
      </div>
    </Form>
  );
}
