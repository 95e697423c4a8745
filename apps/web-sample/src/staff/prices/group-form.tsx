/** Making a group of customers, or renaming one. */
import {
  CreateGroupInput,
  type CustomerGroup,
  UpdateGroupInput,
} from "@souk/client/contracts/customer-groups";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { TextField } from "../../ui/form.tsx";
import { typed } from "../../ui/use-submission.ts";
import { ActForm } from "../ui/act-form.tsx";
import { useGroupsChanged } from "./use-prices.ts";

interface GroupFormProps {
  /** Null for a new one. */
  readonly group: CustomerGroup | null;
  readonly onDone: () => void;
}

const typedGroup = (form: FormData) => ({
  name: typed(form, "name") ?? "",
  description: typed(form, "description") ?? "",
});

function Fields({ group }: { readonly group: CustomerGroup | null }): ReactNode {
  return (
    <>
      <TextField name="name" label="Name" required maxLength={80} defaultValue={group?.name} />
      <TextField
        name="description"
        label="Description"
        maxLength={500}
        defaultValue={group?.description}
      />
    </>
  );
}

export function GroupForm({ group, onDone }: GroupFormProps): ReactNode {
  const souk = useSouk();
  const changed = useGroupsChanged();
  if (group === null) {
    return (
      <ActForm
        label="Group"
        action="Make the group"
        contract={CreateGroupInput}
        read={typedGroup}
        run={(input) => souk.users.groups.create.mutate(input)}
        said="The group is made."
        changed={changed}
        onDone={onDone}
      >
        <Fields group={null} />
      </ActForm>
    );
  }
  return (
    <ActForm
      label="Group"
      action="Save the group"
      contract={UpdateGroupInput}
      read={(form) => ({ id: group.id, ...typedGroup(form) })}
      run={(input) => souk.users.groups.update.mutate(input)}
      said="The group is saved."
      changed={changed}
      onDone={onDone}
    >
      <Fields group={group} />
    </ActForm>
  );
}
