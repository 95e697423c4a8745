/** A state in a word: the colour helps, the word and its icon say it. */
import { Ban, CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";

export type Tone = "good" | "bad" | "waiting" | "plain";

const tones: Record<Tone, { readonly look: string; readonly Icon: LucideIcon }> = {
  good: { look: "bg-leaf-wash text-leaf", Icon: CircleCheck },
  bad: { look: "bg-alarm-wash text-alarm", Icon: CircleAlert },
  waiting: { look: "bg-saffron-wash text-ink", Icon: CircleDashed },
  plain: { look: "bg-paper-sunk text-ink", Icon: Ban },
};

interface BadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** In place of the tone's own; null for none. */
  readonly icon?: LucideIcon | null;
}

export function Badge({ tone, children, icon }: BadgeProps): ReactNode {
  const { look, Icon } = tones[tone];
  const Drawn = icon === undefined ? Icon : icon;
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[0.8125rem] font-semibold whitespace-nowrap",
        look,
      )}
    >
      {Drawn && <Drawn aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </span>
  );
}

/** A plain name among others, such as a role. */
export function Chip({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <span className="inline-flex items-center rounded-full border border-line bg-paper px-2.5 py-0.5 text-[0.8125rem]">
      {children}
    </span>
  );
}
