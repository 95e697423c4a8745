/** What the inventory domain publishes: a variant passes one of the marks that others act upon. */
import type { DomainEvent } from "../kernel/events.ts";

export interface StockFacts {
  readonly variantId: string;
  readonly productId: string;
  /** Units that may still be promised. */
  readonly available: number;
}

/** Fewer than `threshold` are on the shelf, and a moment ago there were not. */
export const lowStock = (facts: StockFacts, onShelf: number, threshold: number) =>
  ({
    type: "inventory.low_stock",
    subjectId: facts.variantId,
    payload: { ...payloadOf(facts), on_shelf: onShelf, threshold },
  }) satisfies DomainEvent;

/** The last unit has been promised. */
export const outOfStock = (facts: StockFacts) =>
  ({
    type: "inventory.out_of_stock",
    subjectId: facts.variantId,
    payload: payloadOf(facts),
  }) satisfies DomainEvent;

export const BACK_IN_STOCK = "inventory.back_in_stock";

/** There was none to sell, and now there is. */
export const backInStock = (facts: StockFacts) =>
  ({
    type: BACK_IN_STOCK,
    subjectId: facts.variantId,
    payload: payloadOf(facts),
  }) satisfies DomainEvent;

const payloadOf = ({ variantId, productId, available }: StockFacts) => ({
  variant_id: variantId,
  product_id: productId,
  available,
});
