/** One thing that guards the account: whether it is in order, and what can be done about it. */
import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";

interface FactorRowProps {
  readonly inOrder: boolean;
  readonly title: string;
  readonly note: ReactNode;
  /** What can be done. */
  readonly children: ReactNode;
}

export function FactorRow({ inOrder, title, note, children }: FactorRowProps): ReactNode {
  const Icon = inOrder ? CircleCheck : CircleAlert;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4">
      <div className="flex gap-3">
        <Icon
          aria-hidden
          className={`mt-0.5 size-5 shrink-0 ${inOrder ? "text-leaf" : "text-alarm"}`}
        />
        <div>
          <p className="font-semibold">{title}</p>
          <p className="text-sm text-ink-soft">{note}</p>
        </div>
      </div>
      <div className="max-sm:ml-7">{children}</div>
    </div>
  );
}
