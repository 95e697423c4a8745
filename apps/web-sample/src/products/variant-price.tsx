/** What a variant costs, why, and what it cost before. */
import { formatMoney } from "@souk/client";
import type { Variant } from "@souk/client/contracts/products";
import type { ReactNode } from "react";
import { useReading, useStore } from "../shell/reading.ts";
import { PriceTag } from "../ui/price.tsx";

/** Carts are kept in the store's own money, whatever the shelves are read in. */
function OtherMoney({ currency }: { readonly currency: string }): ReactNode {
  const { data: store } = useStore();
  const chosen = useReading().currency;
  if (store === undefined || chosen === undefined || currency === store.currency) return null;
  return <p className="text-sm text-ink-soft">You pay in {store.currency} at the checkout.</p>;
}

interface VariantPriceProps {
  readonly variant: Variant;
  /** How many of it are wanted: more of it may cost less each. */
  readonly quantity: number;
}

/** Of one, where so many are bought. */
const priceEach = ({ price, price_steps: steps }: Variant, quantity: number): Variant["price"] =>
  steps.findLast((step) => step.min_quantity <= quantity)?.price ?? price;

export function VariantPrice({ variant, quantity }: VariantPriceProps): ReactNode {
  const { price: single, base_price: base, compare_at_price: compared } = variant;
  const price = priceEach(variant, quantity);
  const isForMany = price.amount !== single.amount;
  const { price_source: source } = variant;
  const lowest = variant.lowest_price_30_days;
  const special = source.kind === "list" && base.amount > single.amount;
  return (
    <div className="grid gap-1.5">
      <PriceTag
        price={price}
        before={isForMany ? null : compared}
        className="font-display text-[1.75rem]"
      />
      {isForMany && (
        <p role="status" className="text-sm text-ink-soft">
          Each, as you take {quantity}. One costs {formatMoney(single)}.
        </p>
      )}
      {special && <p className="text-sm text-ink-soft">Your price: {source.name}</p>}
      {lowest && (
        <p className="text-sm text-ink-soft">
          Lowest price in the 30 days before: {formatMoney(lowest)}
        </p>
      )}
      {variant.price_steps.length > 0 && (
        <ul aria-label="Prices for more of it" className="mt-1 text-sm">
          {variant.price_steps.map(({ min_quantity: least, price: each }) => (
            <li key={least}>
              {least} or more: <strong>{formatMoney(each)}</strong> each
            </li>
          ))}
        </ul>
      )}
      <OtherMoney currency={price.currency} />
    </div>
  );
}
