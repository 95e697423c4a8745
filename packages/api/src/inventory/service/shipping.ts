/** What becomes of sold units: they leave the house, or the sale is taken back before they do. */
import { stockLevels, stockLocations, stockMovements, stockReservations } from "@souk/db/schema";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { changeStock, moveStock } from "./change-stock.ts";
import { partsHeld, type ReserveLine, takenApart } from "./parts.ts";
import type { Stock } from "./stock.ts";

/** Why, and by whom; nobody for the shop itself. */
export interface Cause {
  readonly note?: string;
  readonly actorId?: string | null;
}

/**
 * Inside the caller's unit of work: what was sold by the payment leaves its shelves. All lines or none.
 * Answers the levels that changed.
 */
export const ship = (
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  cause: Cause = {},
): Promise<readonly string[]> => settle(ctx, paymentId, lines, "ship", cause);

/** Inside the caller's unit of work: what was sold and has not left is for sale again. */
export const deallocate = (
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  cause: Cause = {},
): Promise<readonly string[]> => settle(ctx, paymentId, lines, "deallocate", cause);

async function settle(
  ctx: Context,
  paymentId: string,
  lines: readonly ReserveLine[],
  type: "ship" | "deallocate",
  { note = "", actorId = null }: Cause,
): Promise<readonly string[]> {
  const sold = takenApart(await partsHeld(ctx, paymentId), lines);
  const variantIds = sold.map(({ variantId }) => variantId);
  return changeStock(ctx, variantIds, async (stock) => {
    const open = await openOf(ctx, paymentId);
    const taken = sold.flatMap((line) => takenFrom(open, line));
    if (type === "ship") refuseMissing(stock, taken);
    await moveStock(
      ctx,
      stock,
      taken.map(({ levelId, quantity }) => ({
        ...{ levelId, type, reference: paymentId, note, actorId },
        ...{ allocated: -quantity, onHand: type === "ship" ? -quantity : 0 },
      })),
    );
    return taken.map(({ levelId }) => levelId);
  });
}

interface Open {
  readonly levelId: string;
  readonly variantId: string;
  readonly quantity: number;
}

/** What the payment bought, less what has left or was taken back, in the order of the locations. */
async function openOf(ctx: Context, paymentId: string): Promise<readonly Open[]> {
  const rows = await ctx.db
    .select({
      levelId: stockReservations.levelId,
      variantId: stockLevels.variantId,
      quantity: stockReservations.quantity,
      settled: settledAt(ctx, paymentId).mapWith(Number),
    })
    .from(stockReservations)
    .innerJoin(stockLevels, eq(stockLevels.id, stockReservations.levelId))
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        eq(stockReservations.paymentId, paymentId),
        eq(stockReservations.status, "allocated"),
      ),
    )
    .orderBy(asc(stockLocations.position), asc(stockLevels.id));
  return rows.map(({ quantity, settled, ...rest }) => ({ ...rest, quantity: quantity + settled }));
}

const settledAt = ({ store }: Context, paymentId: string): SQL<number> => sql<number>`(
  select coalesce(sum(${stockMovements.allocatedDelta}), 0) from ${stockMovements}
  where ${stockMovements.storeId} = ${store.id} and ${stockMovements.reference} = ${paymentId}
    and ${stockMovements.levelId} = ${stockReservations.levelId}
    and ${stockMovements.type} in ('ship', 'deallocate'))`;

function takenFrom(open: readonly Open[], { variantId, quantity }: ReserveLine): Open[] {
  let missing = quantity;
  const taken = open.flatMap((part) => {
    const units = part.variantId === variantId ? Math.min(part.quantity, missing) : 0;
    missing -= units;
    return units === 0 ? [] : [{ ...part, quantity: units }];
  });
  if (missing === 0) return taken;
  throw conflict("not_allocated", "No more than was sold and has not left can be settled.");
}

/** What was sold as a back-order must arrive before it leaves. */
function refuseMissing(stock: Stock, taken: readonly Open[]): void {
  for (const { levelId, variantId, quantity } of taken) {
    const level = stock.levels.get(variantId)?.find(({ id }) => id === levelId);
    if (level !== undefined && level.onHand >= quantity) continue;
    throw conflict("not_on_hand", "Some of it is not on the shelf yet.");
  }
}
