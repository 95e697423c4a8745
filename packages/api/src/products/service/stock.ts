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
  const { tracksInventory, available } = count;
  if (!tracksInventory || available === null) return { status: "in_stock", ...uncounted };
  const onShelf = Math.min(Math.max(count.onShelf ?? available, 0), Math.max(available, 0));
  const { preorderShipsAt: day } = count;
  const shipsAt = available > onShelf && day !== null && day > ctx.now() ? day : null;
  const threshold = count.lowStockThreshold ?? ctx.store.lowStockThreshold;
  return {
    status: statusOf({ available, onShelf, shipsAt, threshold }),
    available: Math.max(available, 0),
    on_shelf: onShelf,
    ships_at: shipsAt?.toISOString() ?? null,
  };
}

const uncounted = { available: null, on_shelf: null, ships_at: null };

interface Counted {
  readonly available: number;
  readonly onShelf: number;
  readonly shipsAt: Date | null;
  readonly threshold: number;
}

function statusOf({ available, onShelf, shipsAt, threshold }: Counted): Stock["status"] {
  if (available <= 0) return "out_of_stock";
  if (onShelf > 0) return onShelf < threshold ? "low_stock" : "in_stock";
  return shipsAt === null ? "backorder" : "preorder";
}
