/** Where a mail about stock leads whoever wants no more of them. It asks first: programs follow links too. */
import { useTRPC } from "@souk/client/react";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AuthFrame } from "../authentication/auth-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { explainFault } from "../ui/use-submission.ts";

const route = getRouteApi("/stock-alerts/unsubscribe/$token");

export function StopAlertsPage(): ReactNode {
  const { token } = route.useParams();
  const stop = useMutation(useTRPC().inventory.alerts.unsubscribe.mutationOptions());
  if (stop.isSuccess) {
    return (
      <AuthFrame title="No more of these mails" intro={<p>{stop.data.message}</p>}>
        <ButtonLink to="/" className="w-full">
          Back to the shop
        </ButtonLink>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="Wait for nothing more?"
      intro={<p>You asked us to write when things are back. We can stop, for all of them.</p>}
    >
      {stop.isError && (
        <Notice tone="alarm" className="mb-5">
          <p>{explainFault(stop.error)}</p>
        </Notice>
      )}
      <Button className="w-full" pending={stop.isPending} onClick={() => stop.mutate({ token })}>
        Stop writing to me
      </Button>
    </AuthFrame>
  );
}
