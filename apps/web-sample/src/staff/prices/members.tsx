/** Who is in a group, and who else might be. */
import type { GroupMember } from "@souk/client/contracts/customer-groups";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import type { Column } from "../ui/data-table.tsx";
import { FilterText } from "../ui/filters.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { Day } from "../ui/stamp.tsx";
import { useAct } from "../ui/use-act.ts";
import { usePager } from "../ui/use-pager.ts";
import { useGroupsChanged } from "./use-prices.ts";

const PAGE_SIZE = 25;
const FOUND = 6;

interface MembersProps {
  readonly groupId: string;
}

function Finder({ groupId }: MembersProps): ReactNode {
  const souk = useSouk();
  const [q, setQ] = useState<string>();
  const found = useQuery({
    ...useTRPC().users.list.queryOptions({ search: q, limit: FOUND }),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
  });
  const add = useAct({
    run: ({ id }: { readonly id: string; readonly email: string }) =>
      souk.users.groups.addMembers.mutate({ id: groupId, user_ids: [id] }),
    say: (_, { email }) => `${email} is in the group.`,
    changed: useGroupsChanged(),
  });
  const items = q === undefined ? [] : (found.data?.items ?? []);
  return (
    <div className="mb-5 grid gap-3">
      <FilterText
        label="Add a customer"
        placeholder="How a name or an address begins"
        value={q}
        onChange={setQ}
        className="max-w-md"
      />
      {q !== undefined && found.isSuccess && items.length === 0 && (
        <p role="status" className="text-sm text-ink-soft">
          Nobody matches.
        </p>
      )}
      {items.length > 0 && (
        <ul
          aria-label="Found customers"
          className="max-w-2xl divide-y divide-line border-y border-line"
        >
          {items.map(({ id, email, first_name, last_name }) => (
            <li key={id} className="flex items-center justify-between gap-3 py-1.5 text-sm">
              <span className="min-w-0">
                {`${first_name} ${last_name}`}
                <span className="block break-all text-ink-soft">{email}</span>
              </span>
              <CompactButton pending={add.isPending} onClick={() => add.mutate({ id, email })}>
                <Plus aria-hidden className="size-4" />
                Add<span className="sr-only">{` ${email}`}</span>
              </CompactButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const columns: readonly Column<GroupMember>[] = [
  {
    head: "Customer",
    cell: ({ user_id, first_name, last_name, email }) => (
      <>
        <Link to="/staff/users/$id" params={{ id: user_id }} className="link font-semibold">
          {`${first_name} ${last_name}`}
        </Link>
        <span className="block break-all text-ink-soft">{email}</span>
      </>
    ),
  },
  { head: "Since", cell: ({ since }) => <Day at={since} /> },
];

export function Members({ groupId }: MembersProps): ReactNode {
  const souk = useSouk();
  const { can } = useAccess();
  const pager = usePager(groupId);
  const query = useQuery({
    ...useTRPC().users.groups.members.queryOptions({
      id: groupId,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const remove = useAct({
    run: ({ user_id }: GroupMember) =>
      souk.users.groups.removeMember.mutate({ id: groupId, user_id }),
    say: (_, { email }) => `${email} is out of the group.`,
    changed: useGroupsChanged(),
  });
  const writes = can("users:write");
  const action: Column<GroupMember> = {
    head: "Action",
    plain: true,
    align: "right",
    cell: (member) => (
      <CompactButton
        look="danger"
        pending={remove.isPending && remove.variables.user_id === member.user_id}
        onClick={() => remove.mutate(member)}
      >
        Remove<span className="sr-only">{` ${member.email}`}</span>
      </CompactButton>
    ),
  };
  return (
    <Panel title="Members">
      {writes && <Finder groupId={groupId} />}
      <PagedTable
        caption="Members"
        query={query}
        pager={pager}
        columns={writes ? [...columns, action] : columns}
        keyOf={({ user_id }) => user_id}
        empty="Nobody is in this group yet."
      />
    </Panel>
  );
}
