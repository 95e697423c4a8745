/** The sums of a cart or of an order, one below the other. */
import type { Totals } from "@souk/client/contracts/cart";
import type { ReactNode } from "react";
import { Price } from "../ui/price.tsx";

interface TotalsListProps {
  readonly totals: Totals;
  readonly taxIncluded: boolean;
  /** False while no way of shipping was chosen: its price is not zero, but unknown. */
  readonly shippingKnown: boolean;
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="tabular text-right">{children}</dd>
    </div>
  );
}

export function TotalsList({ totals, taxIncluded, shippingKnown }: TotalsListProps): ReactNode {
  return (
    <dl className="grid gap-2.5">
      <Row name="Subtotal">
        <Price money={totals.subtotal} />
      </Row>
      {totals.discount.amount !== 0 && (
        <Row name="Discount">
          <Price money={totals.discount} />
        </Row>
      )}
      <Row name="Delivery">
        {!shippingKnown && <span className="text-ink-soft">At the checkout</span>}
        {shippingKnown && totals.shipping.amount === 0 && "Free"}
        {shippingKnown && totals.shipping.amount !== 0 && <Price money={totals.shipping} />}
      </Row>
      {!taxIncluded && (
        <Row name="Tax">
          <Price money={totals.tax} />
        </Row>
      )}
      <div className="mt-2 flex items-baseline justify-between gap-6 border-t border-ink/80 pt-4">
        <dt className="font-semibold">Total</dt>
        <dd className="display-3 tabular">
          <Price money={totals.total} />
        </dd>
      </div>
      {taxIncluded && (
        <Row name="Tax included">
          <Price money={totals.tax} />
        </Row>
      )}
    </dl>
  );
}
