/** Levels as staff reads them: one statement a page, and one for the highest threshold of low stock. */
import {
  products,
  stockLevels,
  stockLocations,
  stockTransferLines,
  stockTransfers,
  variants,
} from "@souk/db/schema";
import {
  and,
  asc,
  eq,
  gt,
  isNotNull,
  lt,
  max,
  not,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { beginsWith } from "../../kernel/typed-text.ts";
import * as search from "../../search/service/index.ts";
import type { ListLevelsInput, StockLevel, StockLevelPage } from "../contract.ts";
import { available } from "./fragments.ts";

const CURSOR_ORDER = "stock_levels";

/** Oldest first: levels keep their place while staff works through them. */
export async function listLevels(ctx: Context, input: ListLevelsInput): Promise<StockLevelPage> {
  const { cursor, limit, location_id, low, out, preorder, backorder, q } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const filters = and(
    eq(variants.isBundle, false),
    location_id === undefined ? undefined : eq(stockLevels.locationId, location_id.toLowerCase()),
    low === true ? await isLow(ctx) : undefined,
    out === true ? isOut : undefined,
    preorder === true ? and(isSoldAhead, hasDay(ctx)) : undefined,
    backorder === true ? and(isSoldAhead, not(hasDay(ctx))) : undefined,
    after === null ? undefined : gt(stockLevels.id, after.id),
  );
  let rows: readonly LevelRow[] = [];
  for await (const asked of search.readings(ctx, q)) {
    const words = asked === null ? undefined : called(ctx, q ?? "", search.matching(ctx, asked));
    rows = await levelRows(ctx, and(filters, words))
      .orderBy(asc(stockLevels.id))
      .limit(limit + 1);
    if (rows.length > 0) break;
  }
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(levelOf),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

const named = alias(variants, "named");

/** What was typed is a variant's SKU or title, where one of those found begins with it; else a product's words. */
function called({ store }: Context, q: string, matching: SQL): SQL | undefined {
  const begins = ({ sku, title }: Record<"sku" | "title", SQLWrapper>) =>
    or(beginsWith(sku, q), beginsWith(title, q));
  return and(
    search.isAmong(products.id, matching),
    or(
      begins(variants),
      sql`not exists (select 1 from ${variants} as named
        where ${and(eq(named.storeId, store.id), search.isAmong(named.productId, matching), begins(named))})`,
    ),
  );
}

/** As the index says it: a parameter would keep it from being used. */
const isOut = sql`${available} <= 0`;

const isSoldAhead = and(lt(stockLevels.onShelf, 1), sql`${available} > 0`);

/** Of pre-orders. */
const hasDay = ({ now }: Context): SQL =>
  sql`coalesce(${variants.preorderShipsAt} > ${sql.param(now(), variants.preorderShipsAt)}, false)`;

/** The first says nothing new, but to an index: on the shelf are fewer than the highest threshold. */
async function isLow(ctx: Context): Promise<SQL | undefined> {
  const { id, lowStockThreshold } = ctx.store;
  const [row] = await ctx.db
    .select({ highest: max(variants.lowStockThreshold) })
    .from(variants)
    .where(and(eq(variants.storeId, id), isNotNull(variants.lowStockThreshold)));
  const highest = Math.max(lowStockThreshold, row?.highest ?? 0);
  return and(lt(stockLevels.onShelf, highest), lt(stockLevels.onShelf, thresholdOf(ctx)));
}

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
