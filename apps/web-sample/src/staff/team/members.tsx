/** The members of the team with their roles, which can be granted and withdrawn. */
import type { StaffMember } from "@souk/client/contracts/access";
import { useSouk, useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { UserRoundPlus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFresh } from "../../authentication/confirm-identity.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { useAccess } from "../access.ts";
import { Badge, Chip } from "../ui/badge.tsx";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { GrantForm } from "./grant-form.tsx";
import { useTeamChanged } from "./use-team.ts";

interface Withdrawal {
  readonly member: StaffMember;
  readonly role: StaffMember["roles"][number];
}

function MemberName({ member }: { readonly member: StaffMember }): ReactNode {
  const { can } = useAccess();
  const name = `${member.first_name} ${member.last_name}`;
  return (
    <>
      {can("users:read") ? (
        <Link to="/staff/users/$id" params={{ id: member.user_id }} className="link font-semibold">
          {name}
        </Link>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      <span className="block text-sm break-all text-ink-soft">{member.email}</span>
    </>
  );
}

interface MemberRolesProps {
  readonly member: StaffMember;
  readonly onWithdraw: ((withdrawal: Withdrawal) => void) | null;
}

function MemberRoles({ member, onWithdraw }: MemberRolesProps): ReactNode {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {member.roles.map((role) => (
        <li key={role.id}>
          {onWithdraw === null ? (
            <Chip>{role.name}</Chip>
          ) : (
            <button
              type="button"
              onClick={() => onWithdraw({ member, role })}
              className="inline-flex min-h-8 items-center gap-1 rounded-full border border-line bg-paper pr-2 pl-3 text-[0.8125rem] hover:border-alarm hover:text-alarm"
            >
              <span className="sr-only">Withdraw </span>
              {role.name}
              <span className="sr-only">{` from ${member.email}`}</span>
              <X aria-hidden className="size-3.5" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const columnsFor = (onWithdraw: MemberRolesProps["onWithdraw"]): readonly Column<StaffMember>[] => [
  { head: "Member", cell: (member) => <MemberName member={member} /> },
  {
    head: "Roles",
    cell: (member) => <MemberRoles member={member} onWithdraw={onWithdraw} />,
  },
  {
    head: "Second factor",
    cell: ({ has_second_factor }) => (
      <Badge tone={has_second_factor ? "good" : "waiting"}>
        {has_second_factor ? "On" : "None"}
      </Badge>
    ),
  },
  {
    head: "Account",
    cell: ({ is_active }) => (
      <Badge tone={is_active ? "good" : "bad"}>{is_active ? "Active" : "Disabled"}</Badge>
    ),
  },
];

export function Members(): ReactNode {
  const souk = useSouk();
  const fresh = useFresh();
  const { can } = useAccess();
  const changed = useTeamChanged();
  const staff = useQuery(useTRPC().access.staff.queryOptions());
  const [granting, setGranting] = useState(false);
  const [withdrawal, setWithdrawal] = useState<Withdrawal | null>(null);
  const withdraw = async ({ member, role }: Withdrawal): Promise<void> => {
    await fresh(() =>
      souk.access.withdrawRole.mutate({ user_id: member.user_id, role_id: role.id }),
    );
    toasts.say(`${member.email} is no longer ${role.name}.`);
    await changed();
  };
  const mayChange = can("staff:write");
  return (
    <Panel
      title="Members"
      actions={
        mayChange && (
          <CompactButton look="primary" onClick={() => setGranting(true)}>
            <UserRoundPlus aria-hidden className="size-4" />
            Grant a role
          </CompactButton>
        )
      }
    >
      {staff.isPending && (
        <Loading label="The team is loading">
          <Skeleton className="h-16 w-full" />
        </Loading>
      )}
      {staff.isError && !staff.data && (
        <Failure error={staff.error} onRetry={() => void staff.refetch()} />
      )}
      {staff.data && (
        <DataTable
          caption="Members"
          columns={columnsFor(mayChange ? setWithdrawal : null)}
          rows={staff.data.items}
          keyOf={({ user_id }) => user_id}
        />
      )}
      <Dialog open={granting} onClose={() => setGranting(false)} title="Grant a role">
        {granting && <GrantForm onDone={() => setGranting(false)} />}
      </Dialog>
      <Confirm
        open={withdrawal !== null}
        onClose={() => setWithdrawal(null)}
        title="Withdraw the role?"
        action="Withdraw"
        onConfirm={async () => {
          if (withdrawal) await withdraw(withdrawal);
        }}
      >
        {withdrawal && (
          <p>
            {withdrawal.member.email} loses at once what only {withdrawal.role.name} permits.
          </p>
        )}
      </Confirm>
    </Panel>
  );
}
