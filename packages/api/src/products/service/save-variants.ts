/**
 * A product's variants as its draft has them, matched by their ids, or else by their option values. A
 * variant that the draft has no more keeps its row, its stock and its history; it loses its price, and
 * so its place in the shop.
 */
import { uuid7 } from "@souk/db";
import { prices, products, variants } from "@souk/db/schema";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import * as inventory from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict, invalidField } from "../../kernel/errors.ts";
import { optionKeyOf, type ReadyProduct, type ReadyVariant } from "../drafts.ts";
import { differs, kept } from "./changes.ts";
import { setFields } from "./custom-fields.ts";
import { priceOf } from "./fragments.ts";
import { savePrices } from "./save-prices.ts";

/** Before what stands for the option values of a variant that gave them to another. */
const RETIRED = "\u001f";

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
  const known = new Map(before.map((row) => [row.id, row]));
  const wanted = matched(before, draft).map(({ id, optionKey, variant }, position): Wanted => {
    return {
      ...{ id, storeId, productId, optionKey, position },
      ...columnsOf(draft, variant, known.get(id)),
      mediaId: variant.picture === null ? null : (mediaIds[variant.picture] ?? null),
    };
  });
  await refuseForeignSkus(ctx, productId, wanted);
  await freeSkus(ctx, before, wanted);
  await freeOptions(ctx, before, wanted);
  const added = wanted.filter(({ id }) => !known.has(id));
  const moved = wanted.filter((row) => {
    const old = known.get(row.id);
    return old !== undefined && differs(old, row);
  });
  for (const row of moved) {
    await ctx.db
      .update(variants)
      .set(row)
      .where(and(own, eq(variants.id, row.id)));
  }
  await refuseUncounted(ctx, wanted, known);
  if (added.length > 0) await ctx.db.insert(variants).values(added);
  const ids = wanted.map(({ id }) => id);
  const retired = before.map(({ id }) => id).filter((id) => !ids.includes(id));
  const repriced = await savePrices(ctx, { draft, ids, retired });
  const restocked = await saveStock(ctx, wanted, draft, known);
  return added.length + moved.length > 0 || repriced || restocked;
}

interface Matched {
  readonly id: string;
  readonly optionKey: string;
  readonly variant: ReadyVariant;
}

/** Which row each variant of the draft is, or will be. Throws `variant_unknown`. */
function matched(before: readonly VariantRow[], { variants: drafts }: ReadyProduct): Matched[] {
  const ids = new Set(before.map(({ id }) => id));
  const named = new Set(drafts.flatMap(({ id }) => id?.toLowerCase() ?? []));
  const free = new Map(
    before.flatMap(({ id, optionKey }) => (named.has(id) ? [] : [[optionKey, id] as const])),
  );
  return drafts.map((variant, i) => {
    const optionKey = optionKeyOf(variant.values);
    const id = variant.id?.toLowerCase();
    if (id !== undefined && !ids.has(id)) {
      const message = "This product has no such variant.";
      throw invalidField(`variants.${i}.id`, "variant_unknown", message);
    }
    return { id: id ?? free.get(optionKey) ?? uuid7(), optionKey, variant };
  });
}

/** What the draft does not tell stays as it was. */
const columnsOf = (
  { options }: ReadyProduct,
  variant: ReadyVariant,
  before: VariantRow | undefined,
) => ({
  sku: variant.sku,
  barcode: variant.barcode,
  title: variant.values.join(" / "),
  options: Object.fromEntries(options.map(({ name }, i) => [name, variant.values[i] ?? ""])),
  weightGrams: variant.weightGrams,
  lengthMm: kept(variant.lengthMm, before?.lengthMm),
  widthMm: kept(variant.widthMm, before?.widthMm),
  heightMm: kept(variant.heightMm, before?.heightMm),
  customFields: kept(setFields(variant.customFields), before?.customFields),
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
    .select({
      sku: variants.sku,
      title: products.title,
      slug: products.slug,
      deletedAt: products.deletedAt,
      price: prices.amount,
    })
    .from(variants)
    .innerJoin(
      products,
      and(eq(products.storeId, ctx.store.id), eq(products.id, variants.productId)),
    )
    .leftJoin(prices, priceOf(ctx.store.id, ctx.store.currency))
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
  const message = takenBy(taken);
  throw conflict("sku_taken", message, { fields: { [`variants.${place}.sku`]: [message] } });
}

/** What a bundle draws on is counted, and so is the bundle. Once its row is written, nobody makes it one. */
async function refuseUncounted(
  ctx: Context,
  wanted: readonly Wanted[],
  known: ReadonlyMap<string, VariantRow>,
): Promise<void> {
  const ended = wanted.filter(
    ({ id, tracksInventory }) => tracksInventory === false && known.get(id)?.tracksInventory,
  );
  const ids = ended.map(({ id }) => id);
  const bound = await inventory.inBundles(ctx, ids);
  const place = wanted.findIndex(({ id }) => ids.includes(id) && bound.has(id));
  if (place === -1) return;
  const message = "It is a bundle or part of one, so its stock is counted.";
  throw invalidField(`variants.${place}.tracks_inventory`, "variant_in_bundle", message);
}

interface Taken {
  readonly sku: string | null;
  readonly title: string;
  readonly slug: string;
  readonly deletedAt: Date | null;
  readonly price: number | null;
}

/** A retired variant keeps its SKU, under which stock and its history go on; only its product shows where. */
function takenBy({ sku, title, slug, deletedAt, price }: Taken): string {
  const product = `${title} (${slug})${deletedAt === null ? "" : " in the bin"}`;
  if (price !== null) return `${product} has the SKU ${sku}.`;
  return `A variant that ${product} has no more keeps the SKU ${sku}. Bring it back there and give it another.`;
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

/**
 * The same of option values, which no two variants of a product share, retired ones included. No option
 * has a value that begins with a control character.
 */
async function freeOptions(
  ctx: Context,
  before: readonly VariantRow[],
  wanted: readonly Wanted[],
): Promise<void> {
  const next = new Map(wanted.map(({ id, optionKey }) => [optionKey, id]));
  const givers = before.filter(({ id, optionKey }) => (next.get(optionKey) ?? id) !== id);
  if (givers.length === 0) return;
  const ids = givers.map(({ id }) => id);
  await ctx.db
    .update(variants)
    .set({ optionKey: sql`${RETIRED} || cast(${variants.id} as text)` })
    .where(and(eq(variants.storeId, ctx.store.id), inArray(variants.id, ids)));
}

async function saveStock(
  ctx: Context,
  wanted: readonly Wanted[],
  { variants: drafts, stockReference }: ReadyProduct,
  known: ReadonlyMap<string, VariantRow>,
): Promise<boolean> {
  const codes = drafts.flatMap(({ stock = [] }) => stock.map(({ location }) => location));
  const places = await inventory.placesByCode(ctx, [...new Set(codes)]);
  const counts = wanted.flatMap(({ id: variantId }, i): inventory.Count[] => {
    const draft = drafts[i];
    if (draft?.stock !== undefined && draft.stock.length > 0) {
      return draft.stock.map(({ location, ...count }, j) => {
        const place = places.get(location);
        if (place !== undefined) return { variantId, place, ...count };
        const message = `There is no location ${location}.`;
        throw invalidField(`variants.${i}.stock.${j}.location`, "location_unknown", message);
      });
    }
    // A new variant has none until somebody counts; of an old one the count stands.
    const onHand = draft?.onHand ?? (known.has(variantId) ? undefined : 0);
    if (draft === undefined || onHand === undefined) return [];
    const { backorderLimit, keepsBackorderLimit } = draft;
    return [{ variantId, onHand, backorderLimit, keepsBackorderLimit }];
  });
  return inventory.setOnHand(ctx, stockReference, counts);
}
