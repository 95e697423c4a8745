/** Where the link in the mail leads: the address is confirmed once, and one is signed in. */
import { errorReason, errorStatus } from "@souk/client";
import { useSouk } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Loading, Skeleton } from "../ui/states.tsx";
import { AuthFrame } from "./auth-frame.tsx";
import { useEnter } from "./use-enter.ts";

const route = getRouteApi("/verify-email/$token");

function useVerification(token: string) {
  const souk = useSouk();
  // A query, although it changes something: the cache makes sure that it is asked only once.
  return useQuery({
    queryKey: ["verify-email", token],
    queryFn: () => souk.authentication.verifyEmailSession.mutate({ token }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    retry: false,
  });
}

export function VerifyEmailPage(): ReactNode {
  const { token } = route.useParams();
  const verification = useVerification(token);
  const enter = useEnter();
  const entered = useRef(false);
  const user = verification.data?.user;
  useEffect(() => {
    if (!user || entered.current) return;
    entered.current = true;
    void enter(user, undefined);
  }, [user, enter]);

  if (!verification.isError) {
    return (
      <AuthFrame title="One moment" intro={<p>We are confirming your address.</p>}>
        <Loading label="Confirming your address">
          <Skeleton className="h-12 w-full rounded-full" />
        </Loading>
      </AuthFrame>
    );
  }
  const status = errorStatus(verification.error);
  const refused = status !== null && status < 500 && status !== 429;
  const unreachable = errorReason(verification.error) === "network_error";
  return (
    <AuthFrame
      title={refused ? "This link is spent" : "That did not work"}
      intro={
        <p>
          {refused && "It works once, for 24 hours. If you have confirmed already, just sign in."}
          {!refused && unreachable && "We could not reach the shop. Check your connection."}
          {!refused && !unreachable && "Something went wrong on our side. Wait a moment."}
        </p>
      }
    >
      <div className="grid gap-3">
        {refused ? (
          <>
            <ButtonLink to="/sign-in">Sign in</ButtonLink>
            <ButtonLink to="/check-your-mail" look="secondary">
              Get another link
            </ButtonLink>
          </>
        ) : (
          <Button pending={verification.isFetching} onClick={() => void verification.refetch()}>
            Try again
          </Button>
        )}
      </div>
    </AuthFrame>
  );
}
