/** A button that asks for a passkey, and says what went wrong. */
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { focusOnArrival } from "../ui/focus-on-arrival.ts";
import { Notice } from "../ui/notice.tsx";
import { explainPasskeyFault } from "./passkey.ts";

interface PasskeyButtonProps {
  readonly children: ReactNode;
  readonly onUse: () => Promise<void>;
  /** The way that comes first: it stands out, and has the focus. */
  readonly first?: boolean;
}

export function PasskeyButton({ children, onUse, first = false }: PasskeyButtonProps): ReactNode {
  const use = useMutation({ mutationFn: onUse });
  return (
    <div className="grid gap-4">
      {use.isError && (
        <Notice tone="alarm">
          <p>{explainPasskeyFault(use.error)}</p>
        </Notice>
      )}
      <Button
        ref={first ? focusOnArrival : null}
        look={first ? "primary" : "secondary"}
        className="w-full"
        pending={use.isPending}
        onClick={() => use.mutate()}
      >
        <KeyRound aria-hidden className="size-4.5" strokeWidth={1.75} />
        {children}
      </Button>
    </div>
  );
}

interface EitherOrProps {
  readonly one: ReactNode;
  readonly other: ReactNode;
}

/** Two ways to the same end, where there are two. */
export function EitherOr({ one, other }: EitherOrProps): ReactNode {
  return (
    <>
      {one}
      {one && other && (
        <p className="my-6 flex items-center gap-4 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          or
        </p>
      )}
      {other}
    </>
  );
}
