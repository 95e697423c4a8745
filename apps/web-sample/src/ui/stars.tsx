/** Stars, filled as far as they go. */
import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const PLACES = [0, 1, 2, 3, 4] as const;
const format = new Intl.NumberFormat(undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Of hundredths of a star, as the shop counts them: 437 is "4.4". */
export const starsText = (hundredths: number): string => format.format(hundredths / 100);

interface StarsProps {
  /** Hundredths of a star. */
  readonly value: number;
  /** Says it, unless words beside it do. */
  readonly label?: string;
  readonly className?: string;
}

export function Stars({ value, label, className }: StarsProps): ReactNode {
  const row = PLACES.map((place) => (
    <Star key={place} className="size-full fill-current" strokeWidth={0} />
  ));
  const named =
    label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <span {...named} className={cx("relative inline-grid w-[5.75em] shrink-0", className)}>
      <span className="col-start-1 row-start-1 grid grid-cols-5 gap-[0.1em] text-line-strong/45">
        {row}
      </span>
      <span
        className="col-start-1 row-start-1 grid grid-cols-5 gap-[0.1em] text-saffron"
        style={{ clipPath: `inset(0 ${100 - value / 5}% 0 0)` }}
      >
        {row}
      </span>
    </span>
  );
}
