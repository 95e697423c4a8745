/** Whoever leaves a page with something typed in it is asked first. */
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { Dialog } from "../../ui/dialog.tsx";
import { CompactButton } from "./compact-button.tsx";

export function UnsavedGuard({ dirty }: { readonly dirty: boolean }): ReactNode {
  // What is saved leads on at once, before anything is drawn anew.
  const now = useRef(dirty);
  now.current = dirty;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => now.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => now.current,
    withResolver: true,
  });
  return (
    <Dialog open={status === "blocked"} onClose={() => reset?.()} title="Leave without saving?">
      <p className="mt-2 text-[0.95rem] text-ink-soft">What you typed on this page is not saved.</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <CompactButton onClick={() => reset?.()}>Stay</CompactButton>
        <CompactButton look="danger" onClick={() => proceed?.()}>
          Leave
        </CompactButton>
      </div>
    </Dialog>
  );
}
