/** Where something did not load: not permitted, not there, or a fault with a way on. */
import { errorReason, errorStatus } from "@souk/client";
import type { ReactNode } from "react";
import { Notice } from "../../ui/notice.tsx";
import { ErrorState } from "../../ui/states.tsx";
import { explainFault } from "../../ui/use-submission.ts";

interface FailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function Failure({ error, onRetry }: FailureProps): ReactNode {
  if (errorReason(error) === "permission_missing") {
    return (
      <Notice tone="info" title="Your roles do not permit this">
        <p>{explainFault(error)}</p>
      </Notice>
    );
  }
  if (errorStatus(error) === 403) {
    return (
      <Notice tone="info">
        <p>{explainFault(error)}</p>
      </Notice>
    );
  }
  return <ErrorState error={error} onRetry={onRetry} />;
}
