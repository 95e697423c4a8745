/** What the prices domain publishes. */
import type { DomainEvent } from "../kernel/events.ts";

export interface ChangedPrice {
  readonly variantId: string;
  readonly currency: string;
  /** Minor units; null: not sold in it any more. */
  readonly amount: number | null;
  readonly compareAt: number | null;
}

/** Base prices of one product's variants. */
export const pricesChanged = (productId: string, prices: readonly ChangedPrice[]) =>
  ({
    type: "prices.changed",
    subjectId: productId,
    payload: {
      product_id: productId,
      prices: prices.map(({ variantId, currency, amount, compareAt }) => ({
        variant_id: variantId,
        currency,
        amount,
        compare_at: compareAt,
      })),
    },
  }) satisfies DomainEvent;

/** A list of prices, its entries or its terms: whoever keeps prices for others asks again. */
export const priceListChanged = (priceListId: string) =>
  ({
    type: "price_list.changed",
    subjectId: priceListId,
    payload: { price_list_id: priceListId },
  }) satisfies DomainEvent;
