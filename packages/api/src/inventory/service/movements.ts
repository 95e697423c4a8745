/** The history of a variant's stock, newest first, with what each level held after each movement. */
import {
  apiKeys,
  orders,
  payments,
  stockLevels,
  stockLocations,
  stockMovements,
  users,
} from "@souk/db/schema";
import { and, type Column, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { ListMovementsInput, StockMovement, StockMovementPage } from "../contract.ts";

const CURSOR_ORDER = "stock_movements";

export async function listMovements(
  ctx: Context,
  input: ListMovementsInput,
): Promise<StockMovementPage> {
  const { cursor, limit, variant_id, location_id, type } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await movementRows(
    ctx,
    and(
      eq(stockLevels.variantId, variant_id.toLowerCase()),
      location_id === undefined ? undefined : eq(stockLevels.locationId, location_id.toLowerCase()),
      type === undefined ? undefined : eq(stockMovements.type, type),
      after === null ? undefined : lt(stockMovements.id, after.id),
    ),
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const numbers = await orderNumbers(ctx, page);
  const balances = await balancesOf(ctx, page);
  return {
    items: page.map((row) => movementOf(row, balances, numbers)),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

type Balance = StockMovement["balance"];

/**
 * What the levels hold now, less what came after each movement: in one statement, so that both are of one
 * moment, and in one walk back to the page, however many rows it has.
 */
async function balancesOf(
  ctx: Context,
  page: readonly MovementRow[],
): Promise<ReadonlyMap<string, Balance>> {
  const oldest = page.at(-1);
  if (oldest === undefined) return new Map();
  const since = ctx.db
    .select({
      id: stockMovements.id,
      on_hand: before(stockLevels.onHand, stockMovements.onHandDelta).as("on_hand_after"),
      reserved: before(stockLevels.reserved, stockMovements.reservedDelta).as("reserved_after"),
      allocated: before(stockLevels.allocated, stockMovements.allocatedDelta).as("allocated_after"),
    })
    .from(stockMovements)
    .innerJoin(stockLevels, eq(stockLevels.id, stockMovements.levelId))
    .where(
      and(
        eq(stockMovements.storeId, ctx.store.id),
        inArray(stockMovements.levelId, [...new Set(page.map(({ levelId }) => levelId))]),
        gte(stockMovements.id, oldest.id),
      ),
    )
    .as("since");
  const ids = page.map(({ id }) => id);
  const rows = await ctx.db.select().from(since).where(inArray(since.id, ids));
  return new Map(rows.map(({ id, ...balance }) => [id, balance]));
}

const before = (level: Column, delta: Column): SQL<number> =>
  sql<number>`${level} - coalesce(sum(${delta}) over (
    partition by ${stockMovements.levelId} order by ${stockMovements.id} desc
    rows between unbounded preceding and 1 preceding), 0)`.mapWith(Number);

const movementRows = (ctx: Context, which: SQL | undefined, limit: number) =>
  ctx.db
    .select({
      id: stockMovements.id,
      levelId: stockMovements.levelId,
      type: stockMovements.type,
      onHandDelta: stockMovements.onHandDelta,
      reservedDelta: stockMovements.reservedDelta,
      allocatedDelta: stockMovements.allocatedDelta,
      reference: stockMovements.reference,
      note: stockMovements.note,
      createdAt: stockMovements.createdAt,
      email: users.email,
      keyName: apiKeys.name,
      locationId: stockLocations.id,
      code: stockLocations.code,
      name: stockLocations.name,
      isActive: stockLocations.isActive,
    })
    .from(stockMovements)
    .innerJoin(stockLevels, eq(stockLevels.id, stockMovements.levelId))
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .leftJoin(users, and(eq(users.storeId, ctx.store.id), eq(users.id, stockMovements.actorId)))
    .leftJoin(
      apiKeys,
      and(eq(apiKeys.storeId, ctx.store.id), eq(apiKeys.id, stockMovements.actorId)),
    )
    .where(and(eq(stockMovements.storeId, ctx.store.id), which))
    .orderBy(desc(stockMovements.id))
    .limit(limit);

type MovementRow = Awaited<ReturnType<typeof movementRows>>[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stock goes by the payment; people know the order by its number. */
async function orderNumbers(
  ctx: Context,
  rows: readonly MovementRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(rows.map(({ reference }) => reference).filter((text) => UUID.test(text)));
  if (ids.size === 0) return new Map();
  const found = await ctx.db
    .select({ id: payments.id, number: orders.number })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(eq(payments.storeId, ctx.store.id), inArray(payments.id, [...ids])));
  return new Map(found.map(({ id, number }) => [id, number]));
}

const NOTHING: Balance = { on_hand: 0, reserved: 0, allocated: 0 };

const movementOf = (
  row: MovementRow,
  balances: ReadonlyMap<string, Balance>,
  numbers: ReadonlyMap<string, string>,
): StockMovement => ({
  id: row.id,
  level_id: row.levelId,
  location: { id: row.locationId, code: row.code, name: row.name, is_active: row.isActive },
  type: row.type,
  change: { on_hand: row.onHandDelta, reserved: row.reservedDelta, allocated: row.allocatedDelta },
  balance: balances.get(row.id) ?? NOTHING,
  reference: row.reference,
  order_number: numbers.get(row.reference) ?? null,
  note: row.note,
  actor: row.email ?? row.keyName,
  created_at: row.createdAt.toISOString(),
});
