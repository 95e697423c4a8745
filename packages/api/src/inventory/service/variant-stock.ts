/** One variant's stock over all locations, and the terms on which it is sold. */
import { products, stockLevels, variants } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField, notFound } from "../../kernel/errors.ts";
import { waitingCount } from "../alerts/service/wanted.ts";
import { componentsOf } from "../bundles/components.ts";
import type {
  StockLevel,
  UpdateLevelInput,
  UpdateVariantStockInput,
  VariantStock,
  VariantStockRef,
} from "../contract.ts";
import { changeStock } from "./change-stock.ts";
import { availableUnits, unitsOnShelf } from "./fragments.ts";
import { refuseBelowPromised, setBackorderLimit } from "./levels.ts";
import { levelById, levelsOfVariant } from "./list-levels.ts";
import { shelved } from "./variant-rows.ts";

export async function variantStock(ctx: Context, ref: VariantStockRef): Promise<VariantStock> {
  const id = ref.variant_id.toLowerCase();
  const [row] = await ctx.db
    .select({
      sku: variants.sku,
      title: variants.title,
      productId: products.id,
      productTitle: products.title,
      tracksInventory: variants.tracksInventory,
      lowStockThreshold: variants.lowStockThreshold,
      preorderShipsAt: variants.preorderShipsAt,
      available: availableUnits(ctx.store.id).mapWith(Number),
      onShelf: unitsOnShelf(ctx.store.id).mapWith(Number),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, id)));
  if (row === undefined) throw notFound("variant");
  return {
    id,
    sku: row.sku,
    title: row.title,
    product_id: row.productId,
    product_title: row.productTitle,
    tracks_inventory: row.tracksInventory,
    available: row.available,
    on_shelf: row.onShelf,
    low_stock_threshold: row.lowStockThreshold,
    preorder_ships_at: row.preorderShipsAt?.toISOString() ?? null,
    components: (await componentsOf(ctx, [id])).get(id) ?? [],
    levels: await levelsOfVariant(ctx, id),
    waiting: await waitingCount(ctx, id),
  };
}

/** What the input leaves out stays, and so may a day that has passed since it was set. */
export async function updateVariantStock(
  ctx: Context,
  input: UpdateVariantStockInput,
): Promise<VariantStock> {
  const { variant_id, preorder_ships_at: shipsAt } = input;
  if (shipsAt && new Date(shipsAt) <= ctx.now()) {
    const stored = await variantStock(ctx, { variant_id });
    if (stored.preorder_ships_at !== shipsAt) {
      const message = "Choose a day that is still to come.";
      throw invalidField("preorder_ships_at", "preorder_in_past", message);
    }
  }
  return setVariantTerms(ctx, input);
}

/** Takes a day that has passed, too: a file may be older than it. These columns are this domain's own. */
export async function setVariantTerms(
  ctx: Context,
  input: UpdateVariantStockInput,
): Promise<VariantStock> {
  const id = input.variant_id.toLowerCase();
  const { low_stock_threshold: threshold, preorder_ships_at: shipsAt } = input;
  return inTransaction(ctx, async (ctx) => {
    await changeStock(ctx, [id], async (stock) => {
      const variant = stock.variants.get(id);
      if (variant === undefined) throw notFound("variant");
      const next = {
        ...(threshold === undefined ? {} : { lowStockThreshold: threshold }),
        ...(shipsAt === undefined
          ? {}
          : { preorderShipsAt: shipsAt === null ? null : new Date(shipsAt) }),
      };
      if (Object.keys(next).length === 0) return;
      await ctx.db
        .update(variants)
        .set(next)
        .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, id)));
      if (threshold !== undefined) variant.lowStockThreshold = threshold;
      await recordTerms(ctx, id, { low_stock_threshold: threshold, preorder_ships_at: shipsAt });
    });
    return variantStock(ctx, input);
  });
}

export async function updateLevel(ctx: Context, input: UpdateLevelInput): Promise<StockLevel> {
  const id = input.id.toLowerCase();
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ variantId: stockLevels.variantId })
      .from(stockLevels)
      .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.id, id)));
    if (row === undefined) throw notFound("stock level");
    await changeStock(ctx, [row.variantId], async (stock) => {
      shelved(stock, row.variantId);
      const level = stock.levels.get(row.variantId)?.find((one) => one.id === id);
      if (level === undefined) throw notFound("stock level");
      refuseBelowPromised(level, level.onHand, input.backorder_limit);
      await setBackorderLimit(ctx, level, input.backorder_limit);
      await recordTerms(ctx, row.variantId, {
        level_id: id,
        backorder_limit: input.backorder_limit,
      });
    });
    return levelById(ctx, id);
  });
}

const recordTerms = (ctx: Context, id: string, details: Readonly<Record<string, unknown>>) =>
  record(ctx, {
    action: "stock.terms_changed",
    subject: { type: "variant", id },
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)),
  });
