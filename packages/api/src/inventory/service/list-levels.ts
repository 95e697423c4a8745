/** Levels as staff reads them: one statement a page. */
import {
  products,
  stockLevels,
  stockLocations,
  stockTransferLines,
  stockTransfers,
  variants,
} from "@souk/db/schema";
import { and, asc, eq, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { beginsWith } from "../../kernel/typed-text.ts";
import type { ListLevelsInput, StockLevel, StockLevelPage } from "../contract.ts";
import { available, onShelf } from "./fragments.ts";

const CURSOR_ORDER = "stock_levels";

/** Oldest first: levels keep their place while staff works through them. */
export async function listLevels(ctx: Context, input: ListLevelsInput): Promise<StockLevelPage> {
  const { cursor, limit, location_id, low, out, q } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await levelRows(
    ctx,
    and(
      eq(variants.isBundle, false),
      location_id === undefined ? undefined : eq(stockLevels.locationId, location_id.toLowerCase()),
      low === true ? lt(onShelf, thresholdOf(ctx)) : undefined,
      out === true ? lte(available, 0) : undefined,
      q === undefined || q === "" ? undefined : called(q),
      after === null ? undefined : gt(stockLevels.id, after.id),
    ),
  )
    .orderBy(asc(stockLevels.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(levelOf),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

const called = (q: string): SQL | undefined =>
  or(beginsWith(variants.sku, q), beginsWith(products.title, q), beginsWith(variants.title, q));

/** Of all locations, in the order in which they are drawn on. */
export async function levelsOfVariant(ctx: Context, variantId: string): Promise<StockLevel[]> {
  const rows = await levelRows(
    ctx,
    and(eq(stockLevels.variantId, variantId), eq(variants.isBundle, false)),
  ).orderBy(asc(stockLocations.position), asc(stockLevels.id));
  return rows.map(levelOf);
}

export async function levelById(ctx: Context, id: string): Promise<StockLevel> {
  const [row] = await levelRows(ctx, eq(stockLevels.id, id));
  if (row === undefined) throw notFound("stock level");
  return levelOf(row);
}

const thresholdOf = ({ store }: Context): SQL<number> =>
  sql<number>`coalesce(${variants.lowStockThreshold}, ${sql.param(store.lowStockThreshold, variants.lowStockThreshold)})`;

/** What has left another location for this one and has not arrived. */
const incoming = ({ store }: Context): SQL<number> => sql<number>`(
  select coalesce(sum(${stockTransferLines.quantity}), 0) from ${stockTransferLines}
  inner join ${stockTransfers} on ${stockTransfers.id} = ${stockTransferLines.transferId}
  where ${stockTransferLines.storeId} = ${store.id}
    and ${stockTransferLines.variantId} = ${stockLevels.variantId}
    and ${stockTransfers.toLocationId} = ${stockLevels.locationId}
    and ${stockTransfers.status} = 'sent')`;

const levelRows = (ctx: Context, which: SQL | undefined) =>
  ctx.db
    .select({
      id: stockLevels.id,
      onHand: stockLevels.onHand,
      reserved: stockLevels.reserved,
      allocated: stockLevels.allocated,
      backorderLimit: stockLevels.backorderLimit,
      updatedAt: stockLevels.updatedAt,
      incoming: incoming(ctx).mapWith(Number),
      threshold: thresholdOf(ctx).mapWith(Number),
      variantId: variants.id,
      sku: variants.sku,
      variantTitle: variants.title,
      productId: products.id,
      productTitle: products.title,
      locationId: stockLocations.id,
      code: stockLocations.code,
      name: stockLocations.name,
      isActive: stockLocations.isActive,
    })
    .from(stockLevels)
    .innerJoin(stockLocations, eq(stockLocations.id, stockLevels.locationId))
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(stockLevels.storeId, ctx.store.id), which))
    .$dynamic();

type LevelRow = Awaited<ReturnType<typeof levelRows>>[number];

const levelOf = (row: LevelRow): StockLevel => ({
  id: row.id,
  variant: {
    id: row.variantId,
    sku: row.sku,
    title: row.variantTitle,
    product_id: row.productId,
    product_title: row.productTitle,
  },
  location: { id: row.locationId, code: row.code, name: row.name, is_active: row.isActive },
  on_hand: row.onHand,
  reserved: row.reserved,
  allocated: row.allocated,
  available: row.onHand + row.backorderLimit - row.reserved - row.allocated,
  incoming: row.incoming,
  backorder_limit: row.backorderLimit,
  low_stock_threshold: row.threshold,
  updated_at: row.updatedAt.toISOString(),
});
