/** Everything an order says. */
import type { Order } from "@souk/client/contracts/orders";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { TotalsList } from "../cart/totals-list.tsx";
import { Picture } from "../ui/picture.tsx";
import { Price } from "../ui/price.tsx";
import { AddressText } from "../users/address-card.tsx";
import { daysText } from "./checkout/delivery-step.tsx";

interface OrderViewProps {
  readonly order: Order;
  /** What else there is to do about a line. */
  readonly lineAction?: (lineId: string) => ReactNode;
}

function Lines({ order, lineAction }: OrderViewProps): ReactNode {
  return (
    <ul aria-label="What was bought" className="divide-y divide-line border-y border-line">
      {order.lines.map((line) => (
        <li key={line.id} className="flex gap-4 py-5">
          <div className="w-20 shrink-0">
            <Picture picture={line.picture} decorative className="rounded-lg" />
          </div>
          <div className="min-w-0 flex-1">
            <Link
              to="/p/$slug"
              params={{ slug: line.product_slug }}
              className="font-display text-lg leading-snug hover:underline"
            >
              {line.title}
            </Link>
            <p className="text-sm text-ink-soft">
              {[...Object.values(line.options), `Quantity ${line.quantity}`].join(", ")}
            </p>
            {lineAction?.(line.id)}
          </div>
          <Price money={line.total} className="font-semibold" />
        </li>
      ))}
    </ul>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="font-sans text-sm font-semibold">{title}</h3>
      <div className="mt-1 text-ink-soft">{children}</div>
    </div>
  );
}

/** "Visa ···· 4242" as one would say it. */
const spoken = (method: string): string => method.replace(/\s*·+\s*/, " ending in ");

export function OrderView(props: OrderViewProps): ReactNode {
  const { order } = props;
  const { shipping_method: method, payment } = order;
  return (
    <div className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-[1fr_22rem]">
      <div>
        <h2 className="sr-only">What was bought</h2>
        <Lines {...props} />
        <div className="mt-8 grid gap-8 sm:grid-cols-2">
          <Fact title="Goes to">
            <AddressText address={order.shipping_address} />
          </Fact>
          <Fact title="Bill to">
            <AddressText address={order.billing_address} />
          </Fact>
          <Fact title="Delivery">
            {method.name}, {daysText(method)}
          </Fact>
          <Fact title="Payment">{payment ? spoken(payment.method) : "None needed"}</Fact>
        </div>
      </div>
      <section
        aria-labelledby="sums"
        className="rounded-2xl bg-paper-raised p-6 shadow-lift lg:p-8"
      >
        <h2 id="sums" className="display-4 mb-5">
          Summary
        </h2>
        <TotalsList totals={order.totals} taxIncluded={order.prices_include_tax} shippingKnown />
      </section>
    </div>
  );
}
