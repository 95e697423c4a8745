/** Who signed in lately, or tried to. */
import type { LoginAttempt } from "@souk/client/contracts/authentication";
import { useTRPC } from "@souk/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { AccountSection } from "./account-section.tsx";
import { attemptWords } from "./attempt-words.ts";
import { Moment } from "./moment.tsx";

const PAGE_SIZE = 8;

function AttemptItem({ attempt }: { readonly attempt: LoginAttempt }): ReactNode {
  const { result, reason, device, ip, created_at } = attempt;
  const succeeded = result === "succeeded";
  const Icon = succeeded ? CircleCheck : CircleAlert;
  return (
    <li className="flex gap-3 py-4">
      <Icon
        aria-hidden
        className={`mt-0.5 size-5 shrink-0 ${succeeded ? "text-leaf" : "text-alarm"}`}
      />
      <div className="min-w-0">
        <p className="font-semibold">{attemptWords(reason)}</p>
        <p className="text-sm break-words text-ink-soft">
          <Moment at={created_at} />, {device}, {ip}
        </p>
      </div>
    </li>
  );
}

function Attempts(): ReactNode {
  const pages = useInfiniteQuery(
    useTRPC().authentication.listLoginAttempts.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ next_cursor }) => next_cursor },
    ),
  );
  if (pages.isPending) {
    return (
      <Loading label="Recent sign-ins are loading" className="grid gap-4">
        <Skeleton className="h-20 w-full" />
      </Loading>
    );
  }
  if (pages.isError && !pages.data) {
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  }
  const attempts = pages.data.pages.flatMap(({ items }) => items);
  if (attempts.length === 0) return <p className="text-ink-soft">Nothing in the last 90 days.</p>;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {attempts.map((attempt) => (
          <AttemptItem key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button
          look="secondary"
          className="mt-6"
          pending={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show older ones
        </Button>
      )}
    </>
  );
}

export function LoginAttemptsList(): ReactNode {
  return (
    <AccountSection id="attempts" title="Recent sign-ins">
      <Attempts />
    </AccountSection>
  );
}
