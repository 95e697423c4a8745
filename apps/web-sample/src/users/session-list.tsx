/** Where the account is signed in, and how to end that from here. */
import type { DeviceSession } from "@souk/client/contracts/authentication";
import { useTRPC } from "@souk/client/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { toasts } from "../ui/toast.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { AccountSection } from "./account-section.tsx";
import { Moment } from "./moment.tsx";

function useEndings(onEnded: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const settled = (said: string) => ({
    onSuccess: async () => {
      toasts.say(said);
      onEnded();
      await cache.invalidateQueries({ queryKey: trpc.authentication.listSessions.queryKey() });
    },
    onError: (error: unknown) => {
      toasts.say(explainFault(error));
      // It may have ended by itself.
      void cache.invalidateQueries({ queryKey: trpc.authentication.listSessions.queryKey() });
    },
  });
  return {
    one: useMutation(
      trpc.authentication.endDeviceSession.mutationOptions(settled("The device is signed out.")),
    ),
    others: useMutation(
      trpc.authentication.endOtherSessions.mutationOptions(
        settled("All other devices are signed out."),
      ),
    ),
  };
}

interface SessionItemProps {
  readonly session: DeviceSession;
  readonly pending: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, pending, onEnd }: SessionItemProps): ReactNode {
  const { device, ip, created_at, last_used_at, is_current } = session;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold break-words">{device}</span>
          {is_current && (
            <span className="rounded-full bg-leaf-wash px-3 py-0.5 text-sm font-semibold text-leaf">
              This device
            </span>
          )}
        </p>
        <p className="mt-1 text-sm text-ink-soft">
          Last used <Moment at={last_used_at} />
        </p>
        <p className="text-sm break-words text-ink-soft">
          Signed in <Moment at={created_at} /> from {ip}
        </p>
      </div>
      {!is_current && (
        <button
          type="button"
          aria-disabled={pending || undefined}
          onClick={() => !pending && onEnd()}
          className="link min-h-11 px-1 text-[0.95rem]"
        >
          Sign out<span className="sr-only">{` ${device}, ${ip}`}</span>
        </button>
      )}
    </li>
  );
}

export function SessionList(): ReactNode {
  const sessions = useQuery(useTRPC().authentication.listSessions.queryOptions());
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes away, and the focus must not go with it.
  const { one, others } = useEndings(() => heading.current?.focus());
  const items = sessions.data?.items ?? [];
  return (
    <AccountSection id="devices" title="Signed in on" headingRef={heading}>
      {sessions.isPending && (
        <Loading label="Your devices are loading" className="grid gap-4">
          <Skeleton className="h-20 w-full" />
        </Loading>
      )}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {items.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              pending={one.isPending}
              onEnd={() => one.mutate({ id: session.id })}
            />
          ))}
        </ul>
      )}
      {items.length > 1 && (
        <Button
          look="secondary"
          className="mt-6"
          pending={others.isPending}
          onClick={() => others.mutate()}
        >
          Sign out all other devices
        </Button>
      )}
    </AccountSection>
  );
}
