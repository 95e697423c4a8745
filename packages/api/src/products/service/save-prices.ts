/** The prices of a draft's variants, in the store's currency and in its others. */
import { prices as pricesTable } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import * as prices from "../../prices/service/index.ts";
import type { ReadyProduct } from "../drafts.ts";

interface Pricing {
  readonly draft: ReadyProduct;
  /** The draft's variants, in its order. */
  readonly ids: readonly string[];
  /** Variants that the draft has no more. */
  readonly retired: readonly string[];
}

/** Whether any changed. Throws `currency_unknown`. */
export async function savePrices(ctx: Context, { draft, ids, retired }: Pricing): Promise<boolean> {
  const { currency } = ctx.store;
  refuseUnknownCurrencies(ctx, draft);
  const asked = draft.variants.flatMap((variant, i): prices.PriceEntry[] => {
    const variantId = ids[i];
    if (variantId === undefined) return [];
    const own = { variantId, currency, amount: variant.price, compareAt: variant.compareAt };
    return [own, ...(variant.prices ?? []).map((price) => ({ ...price, variantId }))];
  });
  // Of these variants the draft tells all prices there are: what it does not name goes.
  const told = ids.filter((_id, i) => draft.variants[i]?.prices !== undefined);
  const kept = new Set(asked.map((entry) => `${entry.variantId} ${entry.currency}`));
  const gone = (await pricesOf(ctx, [...told, ...retired])).filter(
    (row) => !kept.has(`${row.variantId} ${row.currency}`),
  );
  const withdrawn = gone.map((row) => ({ ...row, amount: null, compareAt: null }));
  return prices.setPrices(ctx, [...asked, ...withdrawn], draft.stockReference);
}

function refuseUnknownCurrencies({ store }: Context, { variants }: ReadyProduct): void {
  for (const [i, { prices: others = [] }] of variants.entries()) {
    const j = others.findIndex(({ currency }) => !store.currencies.includes(currency));
    const unknown = others[j]?.currency;
    if (unknown === undefined) continue;
    const message =
      unknown === store.currency
        ? "The price in the store's own currency stands in `price`."
        : `This store does not sell in ${unknown}.`;
    throw invalidField(`variants.${i}.prices.${j}.currency`, "currency_unknown", message);
  }
}

/** All that these variants cost, in any currency. */
async function pricesOf({ db, store }: Context, variantIds: readonly string[]) {
  if (variantIds.length === 0) return [];
  return await db
    .select({ variantId: pricesTable.variantId, currency: pricesTable.currency })
    .from(pricesTable)
    .where(and(eq(pricesTable.storeId, store.id), inArray(pricesTable.variantId, [...variantIds])));
}
