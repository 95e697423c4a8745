/** What is bought, beside the steps; folded away on small screens. */
import type { Cart } from "@souk/client/contracts/cart";
import { Link } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { TotalsList } from "../../cart/totals-list.tsx";
import { ShipsLater } from "../../products/stock-message.tsx";
import { Picture } from "../../ui/picture.tsx";
import { Price } from "../../ui/price.tsx";

function SummaryBody({ cart }: { readonly cart: Cart }): ReactNode {
  return (
    <>
      <ul aria-label="What you buy" className="mb-6 grid gap-4">
        {cart.lines.map((line) => (
          <li key={line.id} className="flex items-center gap-4">
            <div className="relative size-16 shrink-0">
              <Picture picture={line.picture} decorative className="rounded-lg" />
            </div>
            <div className="min-w-0 flex-1">
              <p className="font-display leading-snug">{line.title}</p>
              <p className="text-sm text-ink-soft">
                {[...Object.values(line.options), `Quantity ${line.quantity}`].join(", ")}
              </p>
              <ShipsLater stock={line.stock} quantity={line.quantity} />
            </div>
            <Price money={line.total} />
          </li>
        ))}
      </ul>
      <TotalsList
        totals={cart.totals}
        taxIncluded={cart.prices_include_tax}
        shippingKnown={cart.shipping_method !== null}
      />
      <Link to="/cart" className="link mt-6 inline-flex min-h-9 items-center text-sm">
        Change the cart
      </Link>
    </>
  );
}

export function CheckoutSummary({ cart }: { readonly cart: Cart }): ReactNode {
  return (
    <>
      <details className="group rounded-xl border border-line bg-paper-raised lg:hidden">
        <summary className="flex min-h-14 list-none items-center gap-2 px-5">
          <span className="font-semibold">Your order</span>
          <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
          <Price money={cart.totals.total} className="ml-auto font-display text-lg font-semibold" />
        </summary>
        <div className="border-t border-line p-5">
          <SummaryBody cart={cart} />
        </div>
      </details>
      <section
        aria-label="Your order"
        className="order-last hidden rounded-2xl bg-paper-raised p-8 shadow-lift lg:sticky lg:top-8 lg:block"
      >
        <h2 className="display-4 mb-5">Your order</h2>
        <SummaryBody cart={cart} />
      </section>
    </>
  );
}
