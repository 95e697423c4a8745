/** So many of five stars. */
import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../ui/cx.ts";

const five = [1, 2, 3, 4, 5] as const;

export function Stars({ rating }: { readonly rating: number }): ReactNode {
  return (
    <span role="img" aria-label={`${rating} of 5 stars`} className="inline-flex gap-0.5">
      {five.map((star) => (
        <Star
          key={star}
          aria-hidden
          strokeWidth={1.75}
          className={cx("size-4", star <= rating ? "fill-saffron text-clay" : "text-line-strong")}
        />
      ))}
    </span>
  );
}
