/** The variants that a product has now. One that was taken out keeps its row, but has no price. */
import { type ProductOptionRow, prices, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { availableUnits, unitsOnShelf } from "../../../inventory/service/fragments.ts";
import type { Context } from "../../../kernel/context.ts";
import { VariantCustomFields } from "../../custom-fields.ts";
import { shownFields } from "../../service/custom-fields.ts";
import { priceOf } from "../../service/fragments.ts";
import { stockOf } from "../../service/stock.ts";
import type { StaffVariant } from "../contract.ts";

interface Owner {
  readonly id: string;
  readonly options: readonly ProductOptionRow[];
}

export async function variantsOf(
  ctx: Context,
  product: Owner,
  pictures: readonly { readonly id: string }[],
): Promise<StaffVariant[]> {
  const { db, store } = ctx;
  const rows = await db
    .select({
      variant: variants,
      price: prices.amount,
      compareAt: prices.compareAt,
      available: availableUnits(store.id).mapWith(Number),
      onShelf: unitsOnShelf(store.id).mapWith(Number),
    })
    .from(variants)
    .innerJoin(prices, priceOf(store.id, store.currency))
    .where(and(eq(variants.storeId, store.id), eq(variants.productId, product.id)))
    .orderBy(asc(variants.position), asc(variants.id));
  const others = await otherPricesOf(ctx, product.id);
  return rows.map(({ variant: row, price, compareAt, available, onShelf }) => {
    const picture = pictures.findIndex(({ id }) => id === row.mediaId);
    return {
      id: row.id,
      values: product.options.map(({ name }) => row.options[name] ?? ""),
      title: row.title,
      sku: row.sku,
      barcode: row.barcode,
      price,
      compare_at: compareAt,
      prices: others.get(row.id) ?? [],
      weight_grams: row.weightGrams,
      length_mm: row.lengthMm,
      width_mm: row.widthMm,
      height_mm: row.heightMm,
      requires_shipping: row.requiresShipping,
      taxable: row.taxable,
      tracks_inventory: row.tracksInventory,
      picture: picture === -1 ? null : picture,
      custom_fields: shownFields(VariantCustomFields, row.customFields),
      stock: stockOf(ctx, { ...row, available, onShelf }),
    };
  });
}

/** In currencies that are not the store's own, by variant. */
async function otherPricesOf({ db, store }: Context, productId: string) {
  const own = db
    .select({ id: variants.id })
    .from(variants)
    .where(and(eq(variants.storeId, store.id), eq(variants.productId, productId)));
  const rows = await db
    .select()
    .from(prices)
    .where(
      and(
        eq(prices.storeId, store.id),
        inArray(prices.variantId, own),
        ne(prices.currency, store.currency),
      ),
    )
    .orderBy(asc(prices.currency));
  const shown = rows.map(({ variantId, currency, amount, compareAt }) => ({
    variantId,
    price: { currency, amount, compare_at: compareAt },
  }));
  const byVariant = Map.groupBy(shown, ({ variantId }) => variantId);
  return new Map([...byVariant].map(([id, all]) => [id, all.map(({ price }) => price)]));
}
