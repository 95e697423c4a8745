/** What is left, in words and in colour. */
import type { Stock } from "@souk/client/contracts/inventory";
import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { laterWords, stockWords } from "./stock-words.ts";

const looks: Readonly<Record<Stock["status"], { readonly text: string; readonly dot: string }>> = {
  in_stock: { text: "text-leaf", dot: "bg-leaf" },
  low_stock: { text: "text-clay-deep", dot: "bg-saffron" },
  preorder: { text: "text-ink", dot: "bg-saffron" },
  backorder: { text: "text-ink", dot: "bg-saffron" },
  out_of_stock: { text: "text-ink-soft", dot: "bg-line-strong" },
};

export function StockMessage({ stock }: { readonly stock: Stock }): ReactNode {
  const { text, dot } = looks[stock.status];
  return (
    <p role="status" className={cx("flex items-center gap-2.5 font-medium", text)}>
      <span aria-hidden="true" className={cx("size-2.5 rounded-full", dot)} />
      {stockWords(stock)}
    </p>
  );
}

interface ShipsLaterProps {
  readonly stock: Stock;
  readonly quantity: number;
}

/** That some of what is wanted is not sent at once; nothing where all of it is. */
export function ShipsLater({ stock, quantity }: ShipsLaterProps): ReactNode {
  const words = laterWords(stock, quantity);
  if (words === null) return null;
  return (
    <p className="mt-1 flex gap-2 text-sm text-ink-soft">
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0" />
      {words}
    </p>
  );
}
