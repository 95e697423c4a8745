/**
 * A product's variants as its draft has them, matched by their option values. A variant that the
 * draft has no more keeps its row, its stock and its history; it loses its price, and so its place
 * in the shop.
 */
import { uuid7 } from "@souk/db";
import { variants } from "@souk/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import * as inventory from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { optionKeyOf, type ReadyProduct, type ReadyVariant } from "../drafts.ts";
import { differs } from "./changes.ts";
import { savePrices } from "./save-prices.ts";

type VariantRow = typeof variants.$inferSelect;
type Wanted = typeof variants.$inferInsert & { id: string };

export async function saveVariants(
  ctx: Context,
  productId: string,
  draft: ReadyProduct,
  mediaIds: readonly string[],
): Promise<boolean> {
  const { id: storeId } = ctx.store;
  const own = and(eq(variants.storeId, storeId), eq(variants.productId, productId));
  const before = await ctx.db.select().from(variants).where(own);
  const known = new Map(before.map((row) => [row.optionKey, row]));
  const wanted = draft.variants.map((variant, position): Wanted => {
    const optionKey = optionKeyOf(variant.values);
    const id = known.get(optionKey)?.id ?? uuid7();
    return {
      ...{ id, storeId, productId, optionKey, position },
      ...columnsOf(draft, variant),
      mediaId: variant.picture === null ? null : (mediaIds[variant.picture] ?? null),
    };
  });
  await refuseForeignSkus(ctx, productId, wanted);
  await freeSkus(ctx, before, wanted);
  const added = wanted.filter(({ optionKey }) => !known.has(optionKey));
  const moved = wanted.filter((row) => {
    const old = known.get(row.optionKey);
    return old !== undefined && differs(old, row);
  });
  for (const row of moved) {
    await ctx.db
      .update(variants)
      .set(row)
      .where(and(own, eq(variants.id, row.id)));
  }
  if (added.length > 0) await ctx.db.insert(variants).values(added);
  const keys = new Set(wanted.map(({ optionKey }) => optionKey));
  const retired = before.filter(({ optionKey }) => !keys.has(optionKey)).map(({ id }) => id);
  const ids = wanted.map(({ id }) => id);
  const repriced = await savePrices(ctx, { draft, ids, retired });
  const restocked = await saveStock(ctx, wanted, draft, known);
  return added.length + moved.length > 0 || repriced || restocked;
}

const columnsOf = ({ options }: ReadyProduct, variant: ReadyVariant) => ({
  sku: variant.sku,
  barcode: variant.barcode,
  title: variant.values.join(" / "),
  options: Object.fromEntries(options.map(({ name }, i) => [name, variant.values[i] ?? ""])),
  weightGrams: variant.weightGrams,
  requiresShipping: variant.requiresShipping,
  taxable: variant.taxable,
  tracksInventory: variant.tracksInventory,
});

async function refuseForeignSkus(
  ctx: Context,
  productId: string,
  wanted: readonly Wanted[],
): Promise<void> {
  const skus = wanted.flatMap(({ sku }) => sku ?? []);
  if (skus.length === 0) return;
  const [taken] = await ctx.db
    .select({ sku: variants.sku })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        inArray(variants.sku, skus),
        ne(variants.productId, productId),
      ),
    )
    .limit(1);
  if (taken === undefined) return;
  const place = wanted.findIndex(({ sku }) => sku === taken.sku);
  const message = `Another product has the SKU ${taken.sku}.`;
  throw conflict("sku_taken", message, { fields: { [`variants.${place}.sku`]: [message] } });
}

/** SKUs may change places among the variants, or leave a retired one: whoever gives one up, first. */
async function freeSkus(
  ctx: Context,
  before: readonly VariantRow[],
  wanted: readonly Wanted[],
): Promise<void> {
  const next = new Map(wanted.flatMap(({ id, sku }) => (sku ? [[sku, id] as const] : [])));
  const givers = before.filter(({ id, sku }) => sku !== null && (next.get(sku) ?? id) !== id);
  if (givers.length === 0) return;
  const ids = givers.map(({ id }) => id);
  await ctx.db
    .update(variants)
    .set({ sku: null })
    .where(and(eq(variants.storeId, ctx.store.id), inArray(variants.id, ids)));
}

async function saveStock(
  ctx: Context,
  wanted: readonly Wanted[],
  { variants: drafts, stockReference: reference }: ReadyProduct,
  known: ReadonlyMap<string, VariantRow>,
): Promise<boolean> {
  let changed = false;
  for (const [i, { id: variantId, optionKey }] of wanted.entries()) {
    const draft = drafts[i];
    // A new variant has none until somebody counts; of an old one the count stands.
    const onHand = draft?.onHand ?? (known.has(optionKey) ? undefined : 0);
    if (draft === undefined || onHand === undefined) continue;
    const { backorderLimit } = draft;
    const moved = await inventory.setOnHand(ctx, { variantId, onHand, reference, backorderLimit });
    changed ||= moved;
  }
  return changed;
}
