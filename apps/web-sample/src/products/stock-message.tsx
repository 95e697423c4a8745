/** What is left, in words and in colour. */
import type { Stock } from "@souk/client/contracts/inventory";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";

function wordsFor({ status, available, ships_at: shipsAt }: Stock): {
  text: string;
  look: string;
  dot: string;
} {
  switch (status) {
    case "in_stock":
      return { text: "In stock", look: "text-leaf", dot: "bg-leaf" };
    case "low_stock":
      return {
        text: available === null ? "Only a few left" : `Only ${available} left`,
        look: "text-clay-deep",
        dot: "bg-saffron",
      };
    case "preorder":
      return {
        text: `Pre-order${shipsAt === null ? "" : `, sent from ${dayOf(shipsAt)}`}`,
        look: "text-ink",
        dot: "bg-saffron",
      };
    case "backorder":
      return { text: "Made to order, ships later", look: "text-ink", dot: "bg-saffron" };
    case "out_of_stock":
      return { text: "Sold out", look: "text-ink-soft", dot: "bg-line-strong" };
  }
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });
const dayOf = (at: string): string => day.format(new Date(at));

export function StockMessage({ stock }: { readonly stock: Stock }): ReactNode {
  const { text, look, dot } = wordsFor(stock);
  return (
    <p role="status" className={cx("flex items-center gap-2.5 font-medium", look)}>
      <span aria-hidden="true" className={cx("size-2.5 rounded-full", dot)} />
      {text}
    </p>
  );
}
