/** What cart and orders need to know of variants, for all of them in one statement. */
import { defineQuery } from "@souk/db";
import { media, type ProductOptionRow, prices, products, variants } from "@souk/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { availableUnits, unitsOnShelf } from "../../inventory/service/fragments.ts";
import { asked } from "../../kernel/asked.ts";
import type { Context } from "../../kernel/context.ts";
import type { Picture } from "../contract.ts";
import { isPublished, priceOf } from "./fragments.ts";
import { inOrder } from "./options.ts";
import { pictureOrNull } from "./pictures.ts";

export interface SellableVariant {
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  /** The product's title. */
  readonly title: string;
  /** Its option values, such as "Small / Red"; empty for a product without options. */
  readonly variantTitle: string;
  readonly options: Readonly<Record<string, string>>;
  readonly sku: string | null;
  /** Minor units of the store's currency; null when it is not sold (any more). */
  readonly price: number | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly tracksInventory: boolean;
  /** Units that may still be promised, back-orders included; null where stock is not counted. */
  readonly available: number | null;
  /** The part of them that is on the shelf; null where stock is not counted. */
  readonly onShelf: number | null;
  readonly lowStockThreshold: number | null;
  readonly preorderShipsAt: Date | null;
  /** The variant's own picture, or else the product's first. */
  readonly picture: Picture | null;
  /** Whether the product is published now. */
  readonly active: boolean;
}

interface Row {
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly options: Record<string, string>;
  readonly sku: string | null;
  readonly price: number | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxable: boolean;
  readonly tracksInventory: boolean;
  readonly available: number;
  readonly onShelf: number;
  readonly lowStockThreshold: number | null;
  readonly preorderShipsAt: Date | null;
  readonly active: number;
  readonly ownUrl: string | null;
  readonly ownAlt: string | null;
  readonly productUrl: string | null;
  readonly productAlt: string | null;
  readonly productOptions: readonly ProductOptionRow[];
}

type Params = { storeId: string; currency: string; now: Date; ids: string };

const variantsById = defineQuery<Params, Row[]>((query, p) =>
  query
    .select({
      variantId: variants.id,
      productId: variants.productId,
      productSlug: products.slug,
      title: products.title,
      variantTitle: variants.title,
      options: variants.options,
      sku: variants.sku,
      price: prices.amount,
      weightGrams: variants.weightGrams,
      requiresShipping: variants.requiresShipping,
      taxable: variants.taxable,
      tracksInventory: variants.tracksInventory,
      available: availableUnits(p.storeId).mapWith(Number),
      onShelf: unitsOnShelf(p.storeId).mapWith(Number),
      lowStockThreshold: variants.lowStockThreshold,
      preorderShipsAt: variants.preorderShipsAt,
      active: sql<number>`case when ${isPublished(p.now)} then 1 else 0 end`.mapWith(Number),
      ownUrl: media.url,
      ownAlt: media.alt,
      productUrl: products.pictureUrl,
      productAlt: products.pictureAlt,
      productOptions: products.options,
    })
    .from(asked(p.ids))
    .crossJoin(variants)
    .innerJoin(products, and(eq(products.storeId, p.storeId), eq(products.id, variants.productId)))
    .leftJoin(prices, priceOf(p.storeId, p.currency))
    .leftJoin(media, and(eq(media.storeId, p.storeId), eq(media.id, variants.mediaId)))
    .where(and(eq(variants.storeId, p.storeId), eq(variants.id, sql`asked.id`))),
);

/** By variant id; ids that the store does not know are missing from the answer. */
export async function sellable(
  ctx: Context,
  variantIds: readonly string[],
): Promise<Map<string, SellableVariant>> {
  if (variantIds.length === 0) return new Map();
  const { store } = ctx;
  const rows = await variantsById(ctx.db, {
    storeId: store.id,
    currency: store.currency,
    now: ctx.now(),
    ids: JSON.stringify(variantIds),
  });
  return new Map(rows.map((row) => [row.variantId, sellableOf(row)]));
}

function sellableOf(row: Row): SellableVariant {
  const { active, ownUrl, ownAlt, productUrl, productAlt, productOptions, ...rest } = row;
  const url = ownUrl ?? productUrl;
  const alt = (ownUrl === null ? productAlt : ownAlt) ?? "";
  return {
    ...rest,
    options: inOrder(row.options, productOptions),
    available: row.tracksInventory ? row.available : null,
    onShelf: row.tracksInventory ? row.onShelf : null,
    picture: pictureOrNull(url, alt),
    active: active === 1,
  };
}
