/** How stock is told to shoppers. */

import type { Stock } from "../../inventory/contract.ts";
import type { Context } from "../../kernel/context.ts";

export interface StockCount {
  readonly tracksInventory: boolean;
  /** Units that may still be promised, back-orders included; null where stock is not counted. */
  readonly available: number | null;
  /** The part of them that is on the shelf; null where stock is not counted. */
  readonly onShelf: number | null;
  /** With fewer units on the shelf than this a shopper is told to hurry; null: the store's number. */
  readonly lowStockThreshold: number | null;
  /** Until then what is not on the shelf is a pre-order. */
  readonly preorderShipsAt: Date | null;
}

export function stockOf(ctx: Context, count: StockCount): Stock {
  const { tracksInventory, available, onShelf } = count;
  if (!tracksInventory || available === null) return told("in_stock", null);
  if (available <= 0) return told("out_of_stock", 0);
  if (onShelf !== null && onShelf <= 0) {
    const { preorderShipsAt: shipsAt } = count;
    if (shipsAt === null || shipsAt <= ctx.now()) return told("backorder", available);
    return { status: "preorder", available, ships_at: shipsAt.toISOString() };
  }
  const threshold = count.lowStockThreshold ?? ctx.store.lowStockThreshold;
  return told((onShelf ?? available) < threshold ? "low_stock" : "in_stock", available);
}

const told = (status: Stock["status"], available: number | null): Stock => ({
  status,
  available,
  ships_at: null,
});
