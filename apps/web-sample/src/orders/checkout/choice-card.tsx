/** One of several, in a frame that shows which. */
import type { ComponentProps, ReactNode } from "react";

interface ChoiceCardProps extends Omit<ComponentProps<"input">, "title"> {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

export function ChoiceCard({ title, aside, children, ...input }: ChoiceCardProps): ReactNode {
  return (
    <label className="flex gap-4 rounded-xl border border-line-strong/50 bg-paper-raised p-4 transition-colors hover:border-ink has-checked:border-clay has-checked:bg-clay-wash/60 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-clay sm:p-5">
      <input type="radio" {...input} className="mt-1 size-5 shrink-0 accent-clay outline-none" />
      <span className="min-w-0 flex-1">
        <span className="flex justify-between gap-4 font-semibold">
          <span>{title}</span>
          {aside}
        </span>
        {children && <span className="mt-0.5 block text-[0.95rem] text-ink-soft">{children}</span>}
      </span>
    </label>
  );
}
