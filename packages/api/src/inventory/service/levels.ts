/** What the catalogue says of a variant's stock when a product is saved whole. */
import { stockLevels } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { changeStock, levelAt, moveStock } from "./change-stock.ts";
import { defaultPlace } from "./places.ts";
import type { Level } from "./stock.ts";

export interface SetOnHandInput {
  readonly variantId: string;
  readonly onHand: number;
  /** What the count comes from, such as an import. */
  readonly reference: string;
  /** Units that may be sold beyond what is on hand; 0 unless said. */
  readonly backorderLimit?: number;
}

/**
 * Sets what is on the shelf at the default location. Answers whether anything changed; of a bundle, which
 * has no shelf, nothing does.
 */
export function setOnHand(ctx: Context, input: SetOnHandInput): Promise<boolean> {
  const { variantId, onHand, reference, backorderLimit = 0 } = input;
  return inTransaction(ctx, async (ctx) => {
    const place = await defaultPlace(ctx);
    return changeStock(ctx, [variantId], async (stock) => {
      if (stock.variants.get(variantId)?.isBundle === true) return false;
      const known = stock.levels.get(variantId) ?? [];
      const isNew = known.every(({ locationId }) => locationId !== place.id);
      const level = await levelAt(ctx, stock, variantId, place);
      if (level.onHand === onHand && level.backorderLimit === backorderLimit) return isNew;
      refuseBelowPromised(level, onHand, backorderLimit);
      // The larger limit first and the smaller one last, so that the level holds in between.
      const first = Math.max(level.backorderLimit, backorderLimit);
      await setBackorderLimit(ctx, level, first);
      const type = isNew ? "receive" : "adjust";
      const by = onHand - level.onHand;
      await moveStock(ctx, stock, [{ levelId: level.id, type, onHand: by, reference }]);
      await setBackorderLimit(ctx, level, backorderLimit);
      return true;
    });
  });
}

export function refuseBelowPromised(level: Level, onHand: number, backorderLimit: number): void {
  const promised = level.reserved + level.allocated;
  if (onHand + backorderLimit >= promised) return;
  const message = `${promised} units are promised to orders: it cannot be ${onHand}.`;
  throw new DomainError("conflict", "stock_is_promised", message);
}

/** How many units may be sold from the level beyond what is on hand. */
export async function setBackorderLimit(
  ctx: Context,
  level: Level,
  backorderLimit: number,
): Promise<void> {
  if (level.backorderLimit === backorderLimit) return;
  await ctx.db
    .update(stockLevels)
    .set({ backorderLimit })
    .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.id, level.id)));
  level.backorderLimit = backorderLimit;
}
