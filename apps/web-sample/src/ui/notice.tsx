/** Messages that stay: what went wrong or right, and what to do about it. */
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Tone = "alarm" | "success" | "info";

const tones = {
  alarm: { look: "border-alarm/30 bg-alarm-wash text-alarm", Icon: CircleAlert },
  success: { look: "border-leaf/30 bg-leaf-wash text-leaf", Icon: CircleCheck },
  info: { look: "border-saffron/50 bg-saffron-wash text-ink", Icon: Info },
} as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Notice({ tone, title, children, className }: NoticeProps): ReactNode {
  const { look, Icon } = tones[tone];
  return (
    <div
      role={tone === "alarm" ? "alert" : "status"}
      className={cx("flex gap-3 rounded-lg border px-4 py-3 text-[0.95rem]", look, className)}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
