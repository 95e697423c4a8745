/** Proves that every level is the sum of its movements, and that what is reserved is held by somebody. */
import { stockLevels, stockLocations, stockMovements, stockReservations } from "@souk/db/schema";
import { and, count, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { actorIdOf, type Context, type Staff } from "../../kernel/context.ts";
import { spend } from "../../kernel/limits.ts";
import type { StockVerdict } from "../contract.ts";

/** It reads all there is, so nobody may ask for it without end. By person or key. */
const VERIFICATIONS = { action: "verify_stock", times: 30, withinMs: 3_600_000 };
const MAX_PROBLEMS = 20;

export async function verdict(ctx: Context<Staff>): Promise<StockVerdict> {
  await spend(ctx, VERIFICATIONS, actorIdOf(ctx) ?? undefined);
  return verify(ctx);
}

/** In one statement, so that sales under way disturb it not. */
export async function verify(ctx: Context): Promise<StockVerdict> {
  const [counted] = await ctx.db
    .select({ levels: count() })
    .from(stockLevels)
    .where(eq(stockLevels.storeId, ctx.store.id));
  const wrong = await ctx.db
    .select({
      id: stockLevels.id,
      code: stockLocations.code,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
      allocated: stockLevels.allocated,
      onHandMoved: moved(ctx, sql`on_hand_delta`),
      reservedMoved: moved(ctx, sql`reserved_delta`),
      allocatedMoved: moved(ctx, sql`allocated_delta`),
      held: held(ctx),
    })
    .from(stockLevels)
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .where(
      and(
        eq(stockLevels.storeId, ctx.store.id),
        or(
          ne(stockLevels.onHand, moved(ctx, sql`on_hand_delta`)),
          ne(stockLevels.reserved, moved(ctx, sql`reserved_delta`)),
          ne(stockLevels.allocated, moved(ctx, sql`allocated_delta`)),
          ne(stockLevels.reserved, held(ctx)),
        ),
      ),
    )
    .limit(MAX_PROBLEMS);
  const problems = wrong.flatMap(problemsOf).slice(0, MAX_PROBLEMS);
  return { ok: problems.length === 0, levels: Number(counted?.levels), problems };
}

const moved = ({ store }: Context, delta: SQL): SQL<number> =>
  sql<number>`(
  select coalesce(sum(${delta}), 0) from ${stockMovements}
  where ${stockMovements.storeId} = ${store.id} and ${stockMovements.levelId} = ${stockLevels.id})`.mapWith(
    Number,
  );

const held = ({ store }: Context): SQL<number> =>
  sql<number>`(
  select coalesce(sum(${stockReservations.quantity}), 0) from ${stockReservations}
  where ${stockReservations.storeId} = ${store.id}
    and ${stockReservations.levelId} = ${stockLevels.id}
    and ${stockReservations.status} = 'held')`.mapWith(Number);

interface Wrong {
  readonly id: string;
  readonly code: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly onHandMoved: number;
  readonly reservedMoved: number;
  readonly allocatedMoved: number;
  readonly held: number;
}

function problemsOf(row: Wrong): StockVerdict["problems"] {
  const checks: readonly (readonly [string, string, number, number])[] = [
    ["on hand", "movements", row.onHand, row.onHandMoved],
    ["reserved", "movements", row.reserved, row.reservedMoved],
    ["allocated", "movements", row.allocated, row.allocatedMoved],
    ["reserved", "reservations", row.reserved, row.held],
  ];
  return checks
    .filter(([, , is, should]) => is !== should)
    .map(([what, books, is, should]) => ({
      level_id: row.id,
      problem: `${is} ${what} at ${row.code}, and its ${books} come to ${should}`,
    }));
}
