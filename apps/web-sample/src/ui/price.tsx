/** Prices, with what they were before. */
import { formatMoney, type MoneyLike } from "@souk/client";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

interface PriceProps {
  readonly money: MoneyLike;
  readonly className?: string;
}

export function Price({ money, className }: PriceProps): ReactNode {
  return <span className={cx("tabular", className)}>{formatMoney(money)}</span>;
}

interface PriceTagProps {
  readonly price: MoneyLike;
  readonly before: MoneyLike | null;
  readonly from?: boolean;
  readonly className?: string;
}

export function PriceTag({ price, before, from = false, className }: PriceTagProps): ReactNode {
  const reduced = before !== null && before.amount > price.amount;
  return (
    <span className={cx("inline-flex flex-wrap items-baseline gap-x-2", className)}>
      <span className={cx("font-semibold", reduced && "text-clay")}>
        {from && <span className="font-normal text-ink-soft">from </span>}
        {reduced && <span className="sr-only">Now </span>}
        <Price money={price} />
      </span>
      {reduced && (
        <s className="text-[0.9em] text-ink-soft">
          <span className="sr-only">Before </span>
          <Price money={before} />
        </s>
      )}
    </span>
  );
}
