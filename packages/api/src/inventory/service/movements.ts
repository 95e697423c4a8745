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
import { and, type Column, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
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
  return {
    items: page.map((row) => movementOf(row, numbers)),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

/** What the level holds now, less what came after: in one statement, so that both are of one moment. */
const balance = ({ store }: Context, level: Column, delta: Column): SQL<number> =>
  sql<number>`${level} - coalesce((
    select sum(later.${sql.identifier(delta.name)}) from ${stockMovements} as later
    where later.store_id = ${store.id} and later.level_id = ${stockMovements.levelId}
      and later.id > ${stockMovements.id}), 0)`.mapWith(Number);

const movementRows = (ctx: Context, which: SQL | undefined, limit: number) =>
  ctx.db
    .select({
      id: stockMovements.id,
      levelId: stockMovements.levelId,
      type: stockMovements.type,
      onHandDelta: stockMovements.onHandDelta,
      reservedDelta: stockMovements.reservedDelta,
      allocatedDelta: stockMovements.allocatedDelta,
      onHand: balance(ctx, stockLevels.onHand, stockMovements.onHandDelta),
      reserved: balance(ctx, stockLevels.reserved, stockMovements.reservedDelta),
      allocated: balance(ctx, stockLevels.allocated, stockMovements.allocatedDelta),
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

const movementOf = (row: MovementRow, numbers: ReadonlyMap<string, string>): StockMovement => ({
  id: row.id,
  level_id: row.levelId,
  location: { id: row.locationId, code: row.code, name: row.name, is_active: row.isActive },
  type: row.type,
  change: { on_hand: row.onHandDelta, reserved: row.reservedDelta, allocated: row.allocatedDelta },
  balance: { on_hand: row.onHand, reserved: row.reserved, allocated: row.allocated },
  reference: row.reference,
  order_number: numbers.get(row.reference) ?? null,
  note: row.note,
  actor: row.email ?? row.keyName,
  created_at: row.createdAt.toISOString(),
});
