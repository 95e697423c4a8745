/** The roles of the shop, each with what it permits. */
import type { Role } from "@souk/client/contracts/access";
import { useSouk } from "@souk/client/react";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { RoleForm } from "./role-form.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { useRoles, useTeamChanged } from "./use-team.ts";

interface RoleItemProps {
  readonly role: Role;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function membersText(members: number): string {
  if (members === 0) return "Nobody yet";
  return members === 1 ? "1 member" : `${members} members`;
}

function RoleItem({ role, onEdit, onDelete }: RoleItemProps): ReactNode {
  const { can } = useAccess();
  const members = membersText(role.members);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-2 font-sans font-semibold break-words">
          {role.name}
          <span className="text-sm font-normal text-ink-soft">{members}</span>
        </h3>
        <p className="text-sm text-ink-soft">{role.description}</p>
      </div>
      {role.is_owner && <span className="text-sm text-ink-soft">Cannot be changed</span>}
      {!role.is_owner && can("staff:write") && (
        <div className="flex gap-2">
          <CompactButton onClick={onEdit}>
            Edit<span className="sr-only">{` ${role.name}`}</span>
          </CompactButton>
          <CompactButton look="danger" onClick={onDelete}>
            Delete<span className="sr-only">{` ${role.name}`}</span>
          </CompactButton>
        </div>
      )}
    </li>
  );
}

function useDeletion() {
  const souk = useSouk();
  const fresh = useFresh();
  const changed = useTeamChanged();
  return async ({ id, name }: Role): Promise<void> => {
    await fresh(() => souk.access.deleteRole.mutate({ id }));
    toasts.say(`The role ${name} is gone.`);
    await changed();
  };
}

/** `new` is a role that is not there yet. */
type Edited = Role | "new" | null;

function RoleList({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const [edited, setEdited] = useState<Edited>(null);
  const [doomed, setDoomed] = useState<Role | null>(null);
  const { can } = useAccess();
  const remove = useDeletion();
  const close = (): void => setEdited(null);
  return (
    <Panel
      title="Roles"
      actions={
        can("staff:write") && (
          <CompactButton look="primary" onClick={() => setEdited("new")}>
            <Plus aria-hidden className="size-4" />
            New role
          </CompactButton>
        )
      }
    >
      <ul aria-label="Roles" className="divide-y divide-line border-y border-line">
        {roles.map((role) => (
          <RoleItem
            key={role.id}
            role={role}
            onEdit={() => setEdited(role)}
            onDelete={() => setDoomed(role)}
          />
        ))}
      </ul>
      <RoleMatrix roles={roles} />
      <Drawer
        open={edited !== null}
        onClose={close}
        title={edited === "new" || edited === null ? "New role" : `Edit ${edited.name}`}
      >
        {edited !== null && <RoleForm role={edited === "new" ? null : edited} onDone={close} />}
      </Drawer>
      <Confirm
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        title={`Delete ${doomed?.name ?? "the role"}?`}
        action="Delete the role"
        onConfirm={async () => {
          if (doomed) await remove(doomed);
        }}
      >
        <p>Whoever has it loses what only this role permits.</p>
      </Confirm>
    </Panel>
  );
}

export function Roles(): ReactNode {
  const roles = useRoles();
  if (roles.isPending) {
    return (
      <Loading label="Roles are loading">
        <Skeleton className="h-48 w-full rounded-2xl" />
      </Loading>
    );
  }
  if (!roles.data) return <Failure error={roles.error} onRetry={() => void roles.refetch()} />;
  return <RoleList roles={roles.data.items} />;
}
