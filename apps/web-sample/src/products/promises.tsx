/** What one can count on here. */
import { useTRPC } from "@souk/client/react";
import { useQuery } from "@tanstack/react-query";
import { BadgeCheck, ReceiptText, ShoppingBasket } from "lucide-react";
import type { ReactNode } from "react";

export function Promises(): ReactNode {
  const { data: store } = useQuery(useTRPC().stores.current.queryOptions());
  const promises = [
    {
      Icon: BadgeCheck,
      title: "In stock means in stock",
      text: "Every piece is counted. What you can put into the cart is really on the shelf.",
    },
    {
      Icon: ShoppingBasket,
      title: "Many makers, one cart",
      text: "Buy from as many workshops as you like, and pay once.",
    },
    {
      Icon: ReceiptText,
      title: "The price you see",
      text: store?.prices_include_tax
        ? "Tax is included everywhere, and delivery is shown before you pay."
        : "Tax and delivery are shown before you pay.",
    },
  ];
  return (
    <section aria-labelledby="promises" className="frame mt-20 md:mt-28">
      <h2 id="promises" className="sr-only">
        What you can count on
      </h2>
      <ul className="grid gap-x-12 gap-y-10 md:grid-cols-3">
        {promises.map(({ Icon, title, text }) => (
          <li key={title} className="border-t border-ink/80 pt-5">
            <Icon aria-hidden className="size-7 text-clay" strokeWidth={1.5} />
            <h3 className="display-4 mt-4">{title}</h3>
            <p className="mt-1.5 max-w-[38ch] text-ink-soft">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
