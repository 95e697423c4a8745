/** What stands where content is not: loading, nothing, or a fault with a way on. */
import { errorReason } from "@souk/client";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ArchMark } from "./arch.tsx";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";

export function Skeleton({ className }: { readonly className?: string }): ReactNode {
  return <div aria-hidden="true" className={cx("skeleton rounded-md", className)} />;
}

interface LoadingProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Skeletons, with one word for those who cannot see them. */
export function Loading({ label, children, className }: LoadingProps): ReactNode {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** The first of the page, or one below it. */
  readonly heading?: "h1" | "h2";
}

export function EmptyState(props: EmptyStateProps): ReactNode {
  const { title, children, action, heading: Heading = "h2" } = props;
  return (
    <div className="flex flex-col items-center px-4 py-16 text-center">
      <ArchMark className="mb-6 size-16" />
      <Heading className="display-3">{title}</Heading>
      {children && <div className="mt-3 max-w-md text-ink-soft">{children}</div>}
      {action && <div className="mt-8 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly title?: string;
  /** The first of the page, or one below it. */
  readonly heading?: "h1" | "h2";
}

/** In the words of Chromium, Firefox and Safari. */
const CODE_MISSING = /dynamically imported module|importing a module script/i;

function explain(error: unknown): string {
  const reason = errorReason(error);
  if (error instanceof TypeError && CODE_MISSING.test(error.message)) {
    return "Part of this page did not arrive. Check your connection and try again.";
  }
  if (reason === "network_error") return "We could not reach the shop. Check your connection.";
  if (reason === "rate_limited") return "That was a little too fast. Wait a moment and try again.";
  return "Something went wrong on our side. Trying again often helps.";
}

export function ErrorState(props: ErrorStateProps): ReactNode {
  const { error, onRetry, title = "This did not load", heading: Heading = "h2" } = props;
  const cache = useQueryClient();
  // Whatever else failed on the page, such as a menu, has nothing to press.
  const retry = (): void => {
    void cache.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    onRetry?.();
  };
  return (
    <div role="alert" className="flex flex-col items-center px-4 py-16 text-center">
      <Heading className="display-3">{title}</Heading>
      <p className="mt-3 max-w-md text-ink-soft">{explain(error)}</p>
      {onRetry && (
        <Button look="secondary" className="mt-8" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
