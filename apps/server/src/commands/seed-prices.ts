/** What the demo store's prices show: dollars, reductions with a past, a list for wholesale buyers. */
import { type Context, prices, type products, users } from "@souk/api";
import { demoProducts } from "./demo/catalog/index.ts";
import type { DemoVariant } from "./demo/demo-product.ts";

export const DOLLARS = "USD";

/** Eleven tenths of the euros, to the half dollar. */
const dollarsFor = (cents: number): number => Math.round((cents * 11) / 500) * 50;

export const inDollars = ({ price, compareAt }: DemoVariant) => ({
  currency: DOLLARS,
  amount: dollarsFor(price),
  compareAt: compareAt === undefined ? null : dollarsFor(compareAt),
});

const SALE_DAYS = 10;
const DAY_MS = 86_400_000;

/** What is reduced was sold at the full price until some days ago; null for what is not. */
export function reducedSince(
  ctx: Context,
  draft: products.ProductDraft,
): { readonly ctx: Context; readonly draft: products.ProductDraft } | null {
  if (draft.variants.every(({ compareAt }) => compareAt === null)) return null;
  const began = new Date(ctx.now().getTime() - SALE_DAYS * DAY_MS);
  const variants = draft.variants.map((variant) => ({
    ...variant,
    price: variant.compareAt ?? variant.price,
    compareAt: null,
    prices: (variant.prices ?? []).map((other) => ({
      currency: other.currency,
      amount: other.compareAt ?? other.amount,
    })),
  }));
  return { ctx: { ...ctx, now: () => began }, draft: { ...draft, variants } };
}

const WHOLESALE = "Wholesale";
const WHOLESALE_BUYER = "amina@souk.example";
const WHOLESALE_CATEGORIES = ["mugs-and-cups", "stationery"];

/** Of the price that everybody pays, in percent, from so many units on. */
const steps = [
  { minQuantity: 1, percent: 95 },
  { minQuantity: 6, percent: 90 },
  { minQuantity: 24, percent: 80 },
] as const;

export async function saveWholesale(ctx: Context): Promise<void> {
  const buyer = await users.findByEmail(ctx, WHOLESALE_BUYER);
  const group = await users.createGroup(ctx, { name: WHOLESALE, description: "Shops and cafés" });
  if (buyer !== null) await users.addMembers(ctx, { id: group.id, user_ids: [buyer.id] });
  const list = await prices.createPriceList(ctx, {
    ...{ name: WHOLESALE, customer_group_id: group.id },
    ...{ starts_at: null, ends_at: null, is_active: true },
  });
  const sold = demoProducts
    .filter(({ category }) => WHOLESALE_CATEGORIES.includes(category))
    .flatMap(({ variants }) => variants);
  const entries = sold.flatMap(({ sku, price }) =>
    steps.map(({ minQuantity, percent }) => ({
      ...{ sku, min_quantity: minQuantity },
      amount: Math.round((price * percent) / 100),
    })),
  );
  await prices.setEntries(ctx, { id: list.id, entries });
}
