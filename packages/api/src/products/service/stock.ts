/** How stock is told to shoppers. */
import type { Stock } from "../contract.ts";

/** From fewer units on the shelf than this, a shopper is told to hurry. */
const LOW_STOCK = 5;

export interface StockCount {
  readonly tracksInventory: boolean;
  /** Units that may still be promised, back-orders included; null where stock is not counted. */
  readonly available: number | null;
  /** The part of them that is on the shelf; null where stock is not counted. */
  readonly onShelf: number | null;
}

export function stockOf({ tracksInventory, available, onShelf }: StockCount): Stock {
  if (!tracksInventory || available === null) return { status: "in_stock", available: null };
  if (available <= 0) return { status: "out_of_stock", available: 0 };
  if (onShelf !== null && onShelf <= 0) return { status: "backorder", available };
  return { status: (onShelf ?? available) < LOW_STOCK ? "low_stock" : "in_stock", available };
}
