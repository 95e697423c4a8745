/** Where a user is signed in, and how staff ends that. */
import type { SessionOfAnybody } from "@souk/client/contracts/security";
import type { UserDetail } from "@souk/client/contracts/users";
import { useSouk, useTRPC } from "@souk/client/react";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import type { Column } from "../ui/data-table.tsx";
import { PagedTable } from "../ui/paged-table.tsx";
import { Panel } from "../ui/panel.tsx";
import { Stamp } from "../ui/stamp.tsx";
import { usePager } from "../ui/use-pager.ts";

const PAGE_SIZE = 10;

const facts: readonly Column<SessionOfAnybody>[] = [
  {
    head: "Device",
    cell: ({ device, is_current }) => (
      <span className="font-semibold">
        {device}
        {is_current && <span className="font-normal text-ink-soft"> (this one)</span>}
      </span>
    ),
  },
  { head: "From", cell: ({ ip }) => <span className="break-all">{ip}</span> },
  { head: "Signed in", cell: ({ created_at }) => <Stamp at={created_at} /> },
  { head: "Last used", cell: ({ last_used_at }) => <Stamp at={last_used_at} /> },
];

export function UserSessions({ user }: { readonly user: UserDetail }): ReactNode {
  const trpc = useTRPC();
  const souk = useSouk();
  const cache = useQueryClient();
  const { can } = useAccess();
  const [asking, setAsking] = useState(false);
  const pager = usePager(user.id);
  const query = useQuery({
    ...trpc.authentication.security.sessions.queryOptions({
      user_id: user.id,
      limit: PAGE_SIZE,
      cursor: pager.cursor,
    }),
    placeholderData: keepPreviousData,
  });
  const askAgain = () =>
    cache.invalidateQueries({ queryKey: trpc.authentication.security.pathKey() });
  const endOne = useMutation(
    trpc.authentication.security.endSession.mutationOptions({
      onSuccess: () => toasts.say("That device is signed out."),
      onError: (error) => toasts.say(explainFault(error)),
      onSettled: askAgain,
    }),
  );
  const endAll = async (): Promise<void> => {
    await souk.authentication.security.endSessionsOfUser.mutate({ id: user.id });
    toasts.say(`${user.email} is signed out everywhere.`);
    await askAgain();
  };
  const mayEnd = can("users:write");
  const columns: Column<SessionOfAnybody>[] = [...facts];
  if (mayEnd) {
    columns.push({
      head: "Action",
      plain: true,
      align: "right",
      cell: ({ id, device }) => (
        <CompactButton
          pending={endOne.isPending && endOne.variables.id === id}
          onClick={() => endOne.mutate({ id })}
        >
          Sign out<span className="sr-only">{` ${device}`}</span>
        </CompactButton>
      ),
    });
  }
  return (
    <Panel
      title="Signed in on"
      actions={
        mayEnd &&
        (query.data?.items.length ?? 0) > 0 && (
          <CompactButton onClick={() => setAsking(true)}>Sign out everywhere</CompactButton>
        )
      }
    >
      <PagedTable
        caption="Sessions"
        query={query}
        pager={pager}
        columns={columns}
        keyOf={({ id }) => id}
        empty="Nowhere at the moment."
      />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere?"
        action="Sign out everywhere"
        onConfirm={endAll}
      >
        <p>All devices of {user.email} have to sign in again.</p>
      </Confirm>
    </Panel>
  );
}
