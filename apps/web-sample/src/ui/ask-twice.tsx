/** A press that cannot be taken back: asked once more, in its own place. */
import { type ReactNode, useState } from "react";
import { cx } from "./cx.ts";
import { focusOnArrival } from "./focus-on-arrival.ts";

const actionClass = "link min-h-11 px-1 text-[0.95rem]";

interface AskTwiceProps {
  readonly ask: string;
  readonly confirm: string;
  readonly keep: string;
  /** Of what, for those who cannot see where the button stands. */
  readonly about?: string;
  readonly pending: boolean;
  readonly onConfirm: () => void;
}

export function AskTwice({ ask, confirm, keep, about, ...rest }: AskTwiceProps): ReactNode {
  const [state, setState] = useState<"untouched" | "asking" | "answered">("untouched");
  if (state !== "asking") {
    return (
      <button
        type="button"
        ref={state === "answered" ? focusOnArrival : null}
        aria-disabled={rest.pending || undefined}
        onClick={() => !rest.pending && setState("asking")}
        className={actionClass}
      >
        {ask}
        {about && <span className="sr-only"> {about}</span>}
      </button>
    );
  }
  const answer = (confirmed: boolean): void => {
    setState("answered");
    if (confirmed) rest.onConfirm();
  };
  return (
    <div className="flex flex-wrap gap-x-4">
      <button
        type="button"
        ref={focusOnArrival}
        onClick={() => answer(true)}
        className={cx(actionClass, "font-semibold text-alarm")}
      >
        {confirm}
      </button>
      <button type="button" onClick={() => answer(false)} className={actionClass}>
        {keep}
      </button>
    </div>
  );
}
