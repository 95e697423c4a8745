/** What the catalogue says of a variant's stock when a product is saved whole. */
import { stockLevels } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { actorIdOf, type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { changeStock, knownAt, type Move, makeLevels, moveStock } from "./change-stock.ts";
import { defaultPlace, type Place } from "./places.ts";
import type { Level, Stock } from "./stock.ts";

export interface Count {
  readonly variantId: string;
  /** The default location unless said. */
  readonly place?: Place;
  readonly onHand: number;
  /** Units that may be sold beyond what is on hand; 0 unless said. */
  readonly backorderLimit?: number | undefined;
  /** A limit above 0 that is there already stays. */
  readonly keepsBackorderLimit?: boolean;
}

/**
 * Sets what is on the shelf, of each variant once a location. Answers whether anything changed; of a
 * bundle, which has no shelf, nothing does. `reference`: what the counts come from, such as an import. As
 * many statements for many as for one, but for those whose limit of back-orders changes, and one more for
 * each location that is new to any.
 */
export function setOnHand(
  ctx: Context,
  reference: string,
  counts: readonly Count[],
): Promise<boolean> {
  if (counts.length === 0) return Promise.resolve(false);
  return inTransaction(ctx, async (ctx) => {
    const usual = await defaultPlace(ctx);
    const ids = [...new Set(counts.map(({ variantId }) => variantId))];
    return changeStock(ctx, ids, async (stock) => {
      const shelved = counts
        .filter((one) => stock.variants.get(one.variantId)?.isBundle !== true)
        .map((one) => ({ ...one, place: one.place ?? usual }));
      const added = await addLevels(ctx, stock, shelved);
      const changes = shelved.flatMap(({ variantId, place, onHand, ...count }) => {
        const level = knownAt(stock, variantId, place);
        if (level === undefined) return [];
        const stays = count.keepsBackorderLimit === true && level.backorderLimit > 0;
        const backorderLimit = stays ? level.backorderLimit : (count.backorderLimit ?? 0);
        if (level.onHand === onHand && level.backorderLimit === backorderLimit) return [];
        return [{ level, onHand, backorderLimit }];
      });
      for (const { level, onHand, backorderLimit } of changes) {
        refuseBelowPromised(level, onHand, backorderLimit);
        // The larger limit first and the smaller one last, so that the level holds in between.
        await setBackorderLimit(ctx, level, Math.max(level.backorderLimit, backorderLimit));
      }
      const why = { reference, actorId: actorIdOf(ctx) };
      const moves = changes.map(({ level, onHand }): Move => {
        const type = added.has(level.id) ? "receive" : "adjust";
        return { levelId: level.id, type, onHand: onHand - level.onHand, ...why };
      });
      await moveStock(ctx, stock, moves);
      for (const { level, backorderLimit } of changes) {
        await setBackorderLimit(ctx, level, backorderLimit);
      }
      return added.size + changes.length > 0;
    });
  });
}

type Placed = Count & { readonly place: Place };

/** Answers the ids of those that were not there. */
async function addLevels(
  ctx: Context,
  stock: Stock,
  counts: readonly Placed[],
): Promise<ReadonlySet<string>> {
  const missing = counts.filter(
    ({ variantId, place }) => knownAt(stock, variantId, place) === undefined,
  );
  for (const [place, those] of Map.groupBy(missing, ({ place }) => place)) {
    const ids = those.map(({ variantId }) => variantId);
    await makeLevels(ctx, stock, ids, place);
  }
  return new Set(
    missing.flatMap(({ variantId, place }) => knownAt(stock, variantId, place)?.id ?? []),
  );
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
