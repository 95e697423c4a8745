/** Where the link to a new address leads: the account moves there, once its owner is signed in. */
import { errorReason, errorStatus } from "@souk/client";
import { useSouk } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { explainFault } from "../ui/use-submission.ts";
import { useSession, useSessionChanges } from "../users/session.ts";
import { AuthFrame } from "./auth-frame.tsx";

const route = getRouteApi("/confirm-email/$token");

function Waiting(): ReactNode {
  return (
    <AuthFrame title="One moment" intro={<p>We are confirming your new address.</p>}>
      <Loading label="Confirming your new address">
        <Skeleton className="h-12 w-full rounded-full" />
      </Loading>
    </AuthFrame>
  );
}

function explain(error: unknown): string {
  return errorReason(error) === "email_change_token_invalid"
    ? "This link is spent, or it is for another account. It works once, for 24 hours, and only for who asked for it."
    : explainFault(error);
}

interface RefusedProps {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onRetry: () => void;
}

function Refused({ error, pending, onRetry }: RefusedProps): ReactNode {
  const status = errorStatus(error);
  const refused = status !== null && status < 500 && status !== 429;
  return (
    <AuthFrame
      title={refused ? "The address stays as it is" : "That did not work"}
      intro={<p>{explain(error)}</p>}
    >
      <div className="grid gap-3">
        {refused ? (
          <ButtonLink to="/account/profile">To your profile</ButtonLink>
        ) : (
          <Button pending={pending} onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </AuthFrame>
  );
}

function useConfirmation(token: string, signedIn: boolean) {
  const souk = useSouk();
  // A query, although it changes something: the cache makes sure that it is asked only once.
  return useQuery({
    queryKey: ["confirm-email", token],
    queryFn: () => souk.authentication.confirmEmailChange.mutate({ token }),
    enabled: signedIn,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    retry: false,
  });
}

export function ConfirmEmailPage(): ReactNode {
  const { token } = route.useParams();
  const { user, loading } = useSession();
  const { askAgain } = useSessionChanges();
  const { data, error, isFetching, refetch } = useConfirmation(token, user !== null);
  const done = data !== undefined;
  useEffect(() => {
    if (done) void askAgain();
  }, [done]);

  if (done) {
    return (
      <AuthFrame
        title="Your address is changed"
        intro={<p>From now on you sign in with it. All your other devices are signed out.</p>}
      >
        <ButtonLink to="/account/profile" className="w-full">
          To your profile
        </ButtonLink>
      </AuthFrame>
    );
  }
  if (!user && !loading) {
    return <Navigate to="/sign-in" search={{ redirect: `/confirm-email/${token}` }} replace />;
  }
  if (error && !isFetching) {
    return <Refused error={error} pending={isFetching} onRetry={() => void refetch()} />;
  }
  return <Waiting />;
}
