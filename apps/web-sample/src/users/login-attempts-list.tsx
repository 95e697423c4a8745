/** Who signed in lately, or tried to. */
import type { LoginAttempt } from "@souk/client/contracts/authentication";
import { useTRPC } from "@souk/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorState, Loading, Skeleton } from "../ui/states.tsx";
import { AccountSection } from "./account-section.tsx";
import { Moment } from "./moment.tsx";

const PAGE_SIZE = 8;

const words: Readonly<Record<string, string>> = {
  signed_in: "Signed in",
  email_verified: "Signed in by a mailed link",
  password_changed: "Password changed",
  password_reset: "Password reset by mail",
  password_accepted: "Right password, then asked for the second step",
  identity_confirmed: "Confirmed that it was you",
  unlocked: "Unlocked by the shop",
  wrong_password: "Wrong password",
  wrong_code: "Right password, wrong code",
  second_step_expired: "Right password, but the second step took too long",
  wrong_passkey: "Passkey refused",
  inactive_account: "Refused: the account was not active",
  rate_limited: "Refused: too many attempts",
};

const wordsOf = ({ reason, result }: LoginAttempt): string =>
  words[reason] ?? (result === "succeeded" ? "Succeeded" : "Failed");

function AttemptItem({ attempt }: { readonly attempt: LoginAttempt }): ReactNode {
  const { result, device, ip, created_at } = attempt;
  const succeeded = result === "succeeded";
  const Icon = succeeded ? CircleCheck : CircleAlert;
  return (
    <li className="flex gap-3 py-4">
      <Icon
        aria-hidden
        className={`mt-0.5 size-5 shrink-0 ${succeeded ? "text-leaf" : "text-alarm"}`}
      />
      <div className="min-w-0">
        <p className="font-semibold">{wordsOf(attempt)}</p>
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
