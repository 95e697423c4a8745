/** Making a variant a bundle of others, and an ordinary one again; which ones there are. */
import {
  bundleComponents,
  products,
  stockLevels,
  stockTransferLines,
  stockTransfers,
  variants,
} from "@souk/db/schema";
import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { conflict, type DomainError, invalidField, notFound } from "../../kernel/errors.ts";
import type { BundlePage, ListBundlesInput, VariantStock } from "../contract.ts";
import { changeStock } from "../service/change-stock.ts";
import { availableUnits } from "../service/fragments.ts";
import type { Stock } from "../service/stock.ts";
import { variantStock } from "../service/variant-stock.ts";
import { componentsOf } from "./components.ts";
import type { BundleRef, SetBundleInput } from "./contract.ts";

const CURSOR_ORDER = "bundles";

/** As the index says it: a parameter would keep it from being used. */
const onlyBundles = sql`${variants.isBundle}`;

/** They have no levels, so no list of those names them. Two statements a page. */
export async function listBundles(ctx: Context, input: ListBundlesInput): Promise<BundlePage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const rows = await ctx.db
    .select({
      variant: {
        id: variants.id,
        sku: variants.sku,
        title: variants.title,
        product_id: products.id,
        product_title: products.title,
      },
      available: availableUnits(ctx.store.id).mapWith(Number),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        onlyBundles,
        after === null ? undefined : lt(variants.id, after.id),
      ),
    )
    .orderBy(desc(variants.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.variant.id : undefined;
  const components = await componentsOf(
    ctx,
    page.map(({ variant }) => variant.id),
  );
  return {
    items: page.map((row) => ({ ...row, components: components.get(row.variant.id) ?? [] })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last }),
  };
}

type Wanted = SetBundleInput["components"];

/**
 * Replaces what the bundle is made of. A bundle is not made of bundles, so that there is no circle and one
 * look at its components tells what there is of it.
 */
export async function setBundle(ctx: Context, input: SetBundleInput): Promise<VariantStock> {
  const bundleId = input.variant_id.toLowerCase();
  const wanted = input.components.map(({ variant_id, quantity }) => ({
    variant_id: variant_id.toLowerCase(),
    quantity,
  }));
  return inTransaction(ctx, async (ctx) => {
    const ids = wanted.map(({ variant_id }) => variant_id);
    await changeStock(ctx, [bundleId, ...ids], async (stock) => {
      refuseAsBundle(stock, bundleId);
      await refuseUnderWay(ctx, bundleId);
      refuseComponents(stock, bundleId, wanted);
      await write(ctx, stock, bundleId, wanted);
      const components = wanted.map(({ variant_id, quantity }) => ({ variant_id, quantity }));
      await recordChange(ctx, bundleId, components);
    });
    return variantStock(ctx, { variant_id: bundleId });
  });
}

/** It has a shelf of its own again, and nothing on it. */
export async function removeBundle(ctx: Context, ref: BundleRef): Promise<void> {
  const bundleId = ref.variant_id.toLowerCase();
  await inTransaction(ctx, (ctx) =>
    changeStock(ctx, [bundleId], async (stock) => {
      if (stock.variants.get(bundleId)?.isBundle !== true) throw notFound("bundle");
      await write(ctx, stock, bundleId, []);
      await recordChange(ctx, bundleId, []);
    }),
  );
}

function refuseAsBundle(stock: Stock, bundleId: string): void {
  const variant = stock.variants.get(bundleId);
  if (variant === undefined) throw notFound("variant");
  if (!variant.tracksInventory) {
    throw conflict("stock_not_tracked", "The stock of this variant is not counted.");
  }
  if (stock.parts.some(({ componentId }) => componentId === bundleId)) {
    throw conflict("variant_is_component", "This variant is part of a bundle itself.");
  }
  const levels = stock.levels.get(bundleId) ?? [];
  if (levels.some(({ onHand, reserved, allocated }) => onHand + reserved + allocated > 0)) {
    throw conflict("variant_has_stock", "Bring the stock of this variant to 0 first.");
  }
}

/** Read under the variant's lock, without which no transfer is sent. */
async function refuseUnderWay(ctx: Context, bundleId: string): Promise<void> {
  const [line] = await ctx.db
    .select({ number: stockTransfers.number })
    .from(stockTransferLines)
    .innerJoin(stockTransfers, eq(stockTransfers.id, stockTransferLines.transferId))
    .where(
      and(
        eq(stockTransferLines.storeId, ctx.store.id),
        eq(stockTransferLines.variantId, bundleId),
        eq(stockTransfers.status, "sent"),
      ),
    )
    .limit(1);
  if (line === undefined) return;
  const message = `Units of this variant are on their way: receive or cancel ${line.number} first.`;
  throw conflict("variant_under_way", message);
}

function refuseComponents(stock: Stock, bundleId: string, wanted: Wanted): void {
  const seen = new Set<string>();
  for (const [i, { variant_id: id }] of wanted.entries()) {
    const field = `components.${i}.variant_id`;
    const refuse = (reason: string, message: string): DomainError =>
      invalidField(field, reason, message);
    const component = stock.variants.get(id);
    if (component === undefined) throw refuse("component_unknown", "No such variant.");
    if (id === bundleId) throw refuse("component_is_itself", "A bundle is not part of itself.");
    if (seen.has(id)) throw refuse("component_twice", "This variant is listed twice.");
    if (component.isBundle) throw refuse("component_is_bundle", "This variant is a bundle itself.");
    if (!component.tracksInventory) {
      throw refuse("component_not_tracked", "The stock of this variant is not counted.");
    }
    seen.add(id);
  }
}

/** Without components it is an ordinary variant. */
async function write(ctx: Context, stock: Stock, bundleId: string, wanted: Wanted): Promise<void> {
  const storeId = ctx.store.id;
  const isBundle = wanted.length > 0;
  await ctx.db
    .delete(bundleComponents)
    .where(and(eq(bundleComponents.storeId, storeId), eq(bundleComponents.bundleId, bundleId)));
  if (isBundle) {
    await ctx.db.insert(bundleComponents).values(
      wanted.map(({ variant_id: componentId, quantity }, position) => ({
        ...{ storeId, bundleId, componentId, quantity, position },
      })),
    );
  }
  await ctx.db
    .update(variants)
    .set({ isBundle })
    .where(and(eq(variants.storeId, storeId), eq(variants.id, bundleId)));
  // What is on nobody's shelf cannot be ordered for it either.
  await ctx.db
    .update(stockLevels)
    .set({ backorderLimit: 0 })
    .where(
      and(
        eq(stockLevels.storeId, storeId),
        eq(stockLevels.variantId, bundleId),
        gt(stockLevels.backorderLimit, 0),
      ),
    );
  for (const level of stock.levels.get(bundleId) ?? []) level.backorderLimit = 0;
  const variant = stock.variants.get(bundleId);
  if (variant !== undefined) variant.isBundle = isBundle;
  stock.parts = [
    ...stock.parts.filter((part) => part.bundleId !== bundleId),
    ...wanted.map(({ variant_id: componentId, quantity }) => ({ bundleId, componentId, quantity })),
  ];
}

const recordChange = (ctx: Context, id: string, components: Wanted) =>
  record(ctx, {
    action: "bundle.changed",
    subject: { type: "variant", id },
    details: { components },
  });
