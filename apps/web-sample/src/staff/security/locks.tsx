/** What is locked right now, until when, and the way to open it earlier. */
import type { Lock } from "@souk/client/contracts/security";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Globe, LockOpen, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { toasts } from "../../ui/toast.tsx";
import { explainFault } from "../../ui/use-submission.ts";
import { useAccess } from "../access.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { Failure } from "../ui/failure.tsx";
import { Panel } from "../ui/panel.tsx";
import { Countdown, Stamp } from "../ui/stamp.tsx";
import { useLiveInterval } from "./live.tsx";

function useUnlock() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.authentication.security.unlock.mutationOptions({
      onSuccess: (_, { key }) => toasts.say(`${key} is free again.`),
      onError: (error) => toasts.say(explainFault(error)),
      onSettled: () =>
        cache.invalidateQueries({ queryKey: trpc.authentication.security.pathKey() }),
    }),
  );
}

function LockName({ lock }: { readonly lock: Lock }): ReactNode {
  const { can } = useAccess();
  const Icon = lock.kind === "account" ? UserRound : Globe;
  return (
    <span className="flex items-center gap-2 font-semibold">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-soft" />
      {lock.user_id !== null && can("users:read") ? (
        <Link
          to="/staff/users/$id"
          params={{ id: lock.user_id }}
          className="link min-w-0 break-all"
        >
          {lock.key}
        </Link>
      ) : (
        <span className="min-w-0 break-all">{lock.key}</span>
      )}
    </span>
  );
}

export function Locks(): ReactNode {
  const trpc = useTRPC();
  const { can } = useAccess();
  const locks = useQuery({
    ...trpc.authentication.security.locks.queryOptions(),
    ...useLiveInterval(),
  });
  const unlock = useUnlock();
  const columns: Column<Lock>[] = [
    { head: "What is locked", cell: (lock) => <LockName lock={lock} /> },
    { head: "Kind", cell: ({ kind }) => (kind === "account" ? "Account" : "IP address") },
    { head: "Failures", align: "right", cell: ({ failures }) => failures },
    { head: "Last failure", cell: (lock) => <Stamp at={lock.last_failure_at} /> },
    { head: "Opens in", align: "right", cell: ({ free_at }) => <Countdown until={free_at} /> },
  ];
  if (can("security:write")) {
    columns.push({
      head: "Action",
      plain: true,
      align: "right",
      cell: ({ kind, key }) => (
        <CompactButton
          pending={unlock.isPending && unlock.variables.key === key}
          onClick={() => unlock.mutate({ kind, key })}
        >
          <LockOpen aria-hidden className="size-4" />
          Unlock<span className="sr-only">{` ${key}`}</span>
        </CompactButton>
      ),
    });
  }
  const items = locks.data?.items ?? [];
  return (
    <Panel title="Locks" intro="After too many failures, until they open by themselves">
      {locks.isPending && (
        <Loading label="Locks are loading">
          <Skeleton className="h-12 w-full" />
        </Loading>
      )}
      {locks.isError && !locks.data && (
        <Failure error={locks.error} onRetry={() => void locks.refetch()} />
      )}
      {locks.data && items.length === 0 && (
        <p className="text-[0.95rem] text-ink-soft">Nothing is locked.</p>
      )}
      {items.length > 0 && (
        <DataTable
          caption="Locks"
          columns={columns}
          rows={items}
          keyOf={({ kind, key }) => `${kind} ${key}`}
        />
      )}
    </Panel>
  );
}
