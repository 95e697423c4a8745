/** What the page of a product says of its variants' prices, to whoever looks at it. */
import type { Context } from "../../kernel/context.ts";
import { money } from "../../kernel/money.ts";
import * as prices from "../../prices/service/index.ts";
import type { Variant } from "../contract.ts";

export interface BasePrice {
  readonly id: string;
  readonly amount: number;
  readonly compareAt: number | null;
}

export interface Pricing {
  readonly currency: string;
  readonly offers: Awaited<ReturnType<typeof prices.offersFor>>;
  /** Of those that are reduced. */
  readonly lowest: ReadonlyMap<string, number>;
}

type Offers = NonNullable<ReturnType<Pricing["offers"]["get"]>>;

/** Whether everybody pays less than before, and not only the group that the caller is in. */
const isReduced = (offers: Offers): boolean =>
  prices.comparedWith(offers, prices.publicPriceOf(offers).amount) !== null;

/** One statement for all variants, and another where any of them is reduced. */
export async function pricingOf(
  ctx: Context,
  variants: readonly BasePrice[],
  currency: string,
): Promise<Pricing> {
  const ids = variants.map(({ id }) => id);
  const offers = await prices.offersFor(ctx, ids, prices.shopperOf(ctx, currency));
  const reduced = [...offers].flatMap(([id, some]) => (isReduced(some) ? [id] : []));
  return { currency, offers, lowest: await prices.lowestBefore(ctx, reduced, currency) };
}

type Shown =
  | "price"
  | "price_source"
  | "base_price"
  | "price_steps"
  | "compare_at_price"
  | "lowest_price_30_days";

export function pricesOf(variant: BasePrice, pricing: Pricing): Pick<Variant, Shown> {
  const { amount: base, compareAt } = variant;
  const { currency } = pricing;
  const offers = pricing.offers.get(variant.id) ?? { base, compareAt, lists: [] };
  const one = prices.unitPriceOf(offers, 1);
  const compared = prices.comparedWith(offers, one.amount);
  const lowest = pricing.lowest.get(variant.id);
  return {
    price: money(one.amount, currency),
    price_source: one.source,
    base_price: money(base, currency),
    price_steps: prices.stepsOf(offers).map(({ minQuantity, amount, source }) => ({
      min_quantity: minQuantity,
      price: money(amount, currency),
      price_source: source,
    })),
    compare_at_price: compared === null ? null : money(compared, currency),
    lowest_price_30_days: lowest === undefined ? null : money(lowest, currency),
  };
}
