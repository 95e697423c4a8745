/** One step of the checkout: open, done with a way back, or not reached yet. */
import type { Cart } from "@souk/client/contracts/cart";
import type { User } from "@souk/client/contracts/users";
import { Check } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "../../ui/cx.ts";

export type StepName = "address" | "delivery" | "payment";

export interface StepProps {
  readonly cart: Cart;
  readonly user: User | null;
  readonly open: boolean;
  readonly onDone: () => void;
  readonly onReopen: () => void;
}

interface StepFrameProps {
  readonly number: number;
  readonly title: string;
  readonly open: boolean;
  readonly done: boolean;
  readonly onReopen: () => void;
  /** What was chosen, once it is done. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** When a step opens after another, the keyboard follows. */
function useFocusWhenOpened(open: boolean): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open && !wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return heading;
}

export function StepFrame(props: StepFrameProps): ReactNode {
  const { number, title, open, done } = props;
  const heading = useFocusWhenOpened(open);
  const id = `step-${number}`;
  return (
    <section aria-labelledby={id} className="border-t border-line py-7 first:border-t-0 first:pt-0">
      <div className="flex items-center gap-4">
        <span
          aria-hidden="true"
          className={cx(
            "tabular flex size-9 shrink-0 items-center justify-center rounded-full text-[0.95rem] font-semibold",
            open && "bg-clay text-white",
            !open && done && "bg-leaf-wash text-leaf",
            !open && !done && "bg-paper-sunk text-ink-soft",
          )}
        >
          {done && !open ? <Check className="size-5" /> : number}
        </span>
        <h2
          id={id}
          ref={heading}
          tabIndex={-1}
          className={cx("display-3 flex-1 scroll-mt-8", !open && !done && "text-ink-soft")}
        >
          {title}
        </h2>
        {done && !open && (
          <button
            type="button"
            onClick={props.onReopen}
            className="link min-h-11 px-1 font-semibold"
          >
            Change<span className="sr-only"> {title.toLowerCase()}</span>
          </button>
        )}
      </div>
      {open && <div className="mt-6 sm:pl-[3.25rem]">{props.children}</div>}
      {!open && done && <div className="mt-3 pl-[3.25rem]">{props.summary}</div>}
    </section>
  );
}
