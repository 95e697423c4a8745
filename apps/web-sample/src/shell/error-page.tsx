/** A page that broke, or one whose code could not be loaded. */
import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageTitle } from "../ui/page-title.tsx";
import { ErrorState } from "../ui/states.tsx";

interface PageErrorProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A fault that leaves nothing of the page to show. */
export function PageError({ error, onRetry }: PageErrorProps): ReactNode {
  return (
    <div className="frame py-12">
      <PageTitle title="Something went wrong" />
      <ErrorState error={error} onRetry={onRetry} title="This page did not open" heading="h1" />
    </div>
  );
}

/** Asks for the whole page again: the router takes code that did not come for loaded, and browsers remember it. */
export function ErrorPage({ error }: ErrorComponentProps): ReactNode {
  return <PageError error={error} onRetry={() => window.location.reload()} />;
}
