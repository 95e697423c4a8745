/** The security dashboard: what goes on at the door, as it happens, and what staff does about it. */
import { useTRPC } from "@souk/client/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";
import { Loading, Skeleton } from "../../ui/states.tsx";
import { useAccess } from "../access.ts";
import { type Span, spanNames, spans } from "../search.ts";
import { Failure } from "../ui/failure.tsx";
import { PageHead, Panel } from "../ui/panel.tsx";
import { Attempts } from "./attempts.tsx";
import { SignInChart } from "./chart.tsx";
import { SecurityEvents } from "./events.tsx";
import { LiveProvider, LiveSwitch, useLiveInterval } from "./live.tsx";
import { Locks } from "./locks.tsx";
import { Policy } from "./policy.tsx";
import { Tiles } from "./tiles.tsx";

const route = getRouteApi("/staff/security");

const DEFAULT_SPAN: Span = "24h";

const spanWords: Record<Span, string> = { "24h": "24 hours", "7d": "7 days", "30d": "30 days" };

function SpanChoice({ chosen }: { readonly chosen: Span }): ReactNode {
  return (
    <nav aria-label="How far back" className="flex rounded-full border border-line-strong p-0.5">
      {spanNames.map((span) => (
        <Link
          key={span}
          from="/staff/security"
          search={(before) => ({ ...before, span })}
          replace
          resetScroll={false}
          aria-current={span === chosen ? "true" : undefined}
          className={cx(
            "inline-flex min-h-9 items-center rounded-full px-3.5 text-sm font-semibold",
            span === chosen && "bg-ink text-paper",
          )}
        >
          {spanWords[span]}
        </Link>
      ))}
    </nav>
  );
}

function Overview(): ReactNode {
  const { span = DEFAULT_SPAN } = route.useSearch();
  const overview = useQuery({
    ...useTRPC().authentication.security.overview.queryOptions({ hours: spans[span] }),
    ...useLiveInterval(),
    placeholderData: keepPreviousData,
  });
  if (overview.isPending) {
    return (
      <Loading label="The numbers are loading" className="grid gap-4">
        <Skeleton className="h-24 w-full rounded-2xl" />
        <Skeleton className="h-72 w-full rounded-2xl" />
      </Loading>
    );
  }
  if (!overview.data) {
    return <Failure error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  return (
    <>
      <Tiles overview={overview.data} />
      <Panel
        title="Sign-ins over time"
        intro={`The last ${spanWords[span]}`}
        actions={<SpanChoice chosen={span} />}
      >
        <SignInChart buckets={overview.data.buckets} />
      </Panel>
    </>
  );
}

export function StaffSecurityPage(): ReactNode {
  const { can } = useAccess();
  return (
    <LiveProvider>
      <PageHead
        title="Security"
        windowTitle="Security dashboard"
        intro="Who comes in, who fails to, and what is locked."
        actions={<LiveSwitch />}
      />
      <div className="grid gap-5">
        <Overview />
        <Locks />
        <Attempts />
        {can("audit:read") && <SecurityEvents />}
        <Policy />
      </div>
    </LiveProvider>
  );
}
