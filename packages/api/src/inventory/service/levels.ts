/** Stock levels and their movements. Every change of a level writes the movement that explains it. */
import { stockLevels, stockLocations, stockMovements } from "@souk/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";

type Movement = typeof stockMovements.$inferInsert;

/** What may still be promised at a level. */
export const available = sql<number>`${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved} - ${stockLevels.allocated}`;

export async function record(
  ctx: Context,
  movements: readonly Omit<Movement, "storeId" | "createdAt">[],
): Promise<void> {
  if (movements.length === 0) return;
  const createdAt = ctx.now();
  await ctx.db
    .insert(stockMovements)
    .values(movements.map((movement) => ({ ...movement, storeId: ctx.store.id, createdAt })));
}

/** The location that stock belongs to when nobody names one; made with the first stock. */
export async function defaultLocation(ctx: Context): Promise<string> {
  const first = () =>
    ctx.db
      .select({ id: stockLocations.id })
      .from(stockLocations)
      .where(eq(stockLocations.storeId, ctx.store.id))
      .orderBy(asc(stockLocations.position), asc(stockLocations.id))
      .limit(1);
  const [known] = await first();
  if (known !== undefined) return known.id;
  await ctx.db
    .insert(stockLocations)
    .values({ storeId: ctx.store.id, code: "main", name: "Main warehouse", position: 0 })
    .onConflictDoNothing();
  const [made] = await first();
  if (made === undefined) throw new Error("the default location was not stored");
  return made.id;
}

export interface SetOnHandInput {
  readonly variantId: string;
  readonly onHand: number;
  /** What the count comes from, such as an import. */
  readonly reference: string;
  /** Units that may be sold beyond what is on hand; 0 unless said. */
  readonly backorderLimit?: number;
}

/** Sets what is on the shelf at the default location. Answers whether anything changed. */
export function setOnHand(ctx: Context, input: SetOnHandInput): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const locationId = await defaultLocation(ctx);
    const { variantId, onHand, reference, backorderLimit = 0 } = input;
    const own = and(
      eq(stockLevels.storeId, ctx.store.id),
      eq(stockLevels.variantId, variantId),
      eq(stockLevels.locationId, locationId),
    );
    const [level] = await ctx.db.select().from(stockLevels).where(own).for("update");
    if (level === undefined) {
      const [made] = await ctx.db
        .insert(stockLevels)
        .values({ storeId: ctx.store.id, locationId, variantId, onHand, backorderLimit })
        .returning({ id: stockLevels.id });
      if (made !== undefined && onHand > 0) {
        await record(ctx, [{ levelId: made.id, type: "receive", onHandDelta: onHand, reference }]);
      }
      return true;
    }
    if (level.onHand === onHand && level.backorderLimit === backorderLimit) return false;
    if (onHand + backorderLimit < level.reserved + level.allocated) {
      throw new DomainError(
        "conflict",
        "stock_is_promised",
        `${level.reserved + level.allocated} units are promised to orders: it cannot be ${onHand}.`,
      );
    }
    await ctx.db.update(stockLevels).set({ onHand, backorderLimit }).where(own);
    const onHandDelta = onHand - level.onHand;
    if (onHandDelta !== 0) {
      await record(ctx, [{ levelId: level.id, type: "adjust", onHandDelta, reference }]);
    }
    return true;
  });
}
