/** What staff and programs hold at the moment: three statements a page, whatever they hold. */
import {
  products,
  stockLevels,
  stockLocations,
  stockMovements,
  stockReservations,
  variants,
} from "@souk/db/schema";
import { and, asc, desc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/cursor.ts";
import type { ListHoldsInput, OpenHold, OpenHoldPage } from "../contract.ts";

const CURSOR_ORDER = "stock_holds";

export async function listHolds(ctx: Context, input: ListHoldsInput): Promise<OpenHoldPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .selectDistinct({ id: stockReservations.paymentId, expiresAt: stockReservations.expiresAt })
    .from(stockReservations)
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        eq(stockReservations.status, "held"),
        isNotNull(stockReservations.expiresAt),
        after === null ? undefined : lt(stockReservations.paymentId, after.id),
      ),
    )
    .orderBy(desc(stockReservations.paymentId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const lines = await linesOf(ctx, ids);
  const references = await referencesOf(ctx, ids);
  return {
    items: page.map(({ id, expiresAt }) => ({
      id,
      expires_at: (expiresAt ?? ctx.now()).toISOString(),
      reference: references.get(id) ?? "",
      lines: lines.get(id) ?? [],
    })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

async function linesOf(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenHold["lines"]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      hold: stockReservations.paymentId,
      quantity: stockReservations.quantity,
      variant: {
        id: variants.id,
        sku: variants.sku,
        title: variants.title,
        product_id: products.id,
        product_title: products.title,
      },
      location: {
        id: stockLocations.id,
        code: stockLocations.code,
        name: stockLocations.name,
        is_active: stockLocations.isActive,
      },
    })
    .from(stockReservations)
    .innerJoin(stockLevels, eq(stockLevels.id, stockReservations.levelId))
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(stockReservations.storeId, ctx.store.id),
        inArray(stockReservations.paymentId, [...ids]),
      ),
    )
    .orderBy(asc(stockReservations.id));
  const byHold = Map.groupBy(rows, ({ hold }) => hold);
  return new Map([...byHold].map(([id, held]) => [id, held.map(({ hold, ...line }) => line)]));
}

/** Their movements say what they are held for. */
async function referencesOf(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectDistinct({ id: stockMovements.reference, note: stockMovements.note })
    .from(stockMovements)
    .where(
      and(
        eq(stockMovements.storeId, ctx.store.id),
        eq(stockMovements.type, "reserve"),
        inArray(stockMovements.reference, [...ids]),
      ),
    );
  return new Map(rows.map(({ id, note }) => [id, note]));
}
