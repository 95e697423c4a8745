/** After what everybody pays has changed: what lists show of it, and the history of it. */
import { priceHistory, products, variants } from "@souk/db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import { actorIdOf, type Context } from "../../kernel/context.ts";
import { type PublicPrice, publicPricesOf } from "./public-prices.ts";
import { lockProducts, refreshSummaries } from "./summaries.ts";

/** Of a price that was set before the history was kept. */
export const FROM_THE_BEGINNING = "before-history";

type PriceKey = Pick<PublicPrice, "variantId" | "currency">;

export const priceKey = ({ variantId, currency }: PriceKey): string => `${variantId} ${currency}`;

interface BasePrice {
  readonly amount: number;
  readonly compareAt: number | null;
}

interface Change {
  readonly productIds: readonly string[];
  /** By `priceKey`: base prices that changed, as they were; null where there was none. */
  readonly before: ReadonlyMap<string, (BasePrice & PriceKey) | null>;
  /** What they come from. */
  readonly reference: string;
}

/** In the caller's unit of work. Writes only what changed. */
export async function refreshShown(ctx: Context, change: Change): Promise<void> {
  for (const productIds of chunked(change.productIds.toSorted())) {
    await lockProducts(ctx, productIds);
    const all = await publicPricesOf(ctx, productIds);
    await refreshSummaries(ctx, productIds, all);
    await remember(ctx, { ...change, productIds }, all);
  }
}

type Past = Omit<typeof priceHistory.$inferInsert, "id">;

/**
 * A price from before the history was kept counts as valid since its product was made. Nothing is
 * written before what is there already: clocks of several nodes differ a little.
 */
async function remember(
  ctx: Context,
  { productIds, before, reference }: Change,
  all: readonly PublicPrice[],
): Promise<void> {
  const current = new Map(all.map((row) => [priceKey(row), row]));
  const latest = await latestOf(ctx, productIds);
  const madeAt = await madeAtOf(ctx, productIds);
  const now = ctx.now();
  const rows = [...new Set([...current.keys(), ...before.keys()])].flatMap((key): Past[] => {
    const price = current.get(key);
    const was = before.get(key);
    const subject = price ?? was;
    const since = madeAt.get(subject?.variantId ?? "");
    if (subject === undefined || subject === null || since === undefined) return [];
    const own = { storeId: ctx.store.id, variantId: subject.variantId, currency: subject.currency };
    const next = { amount: price?.amount ?? null, compareAt: price?.compareAt ?? null };
    const last = latest.get(key);
    const validFrom = last !== undefined && last.validFrom > now ? last.validFrom : now;
    const written = { ...own, ...next, validFrom, reference, actorId: actorIdOf(ctx) };
    if (last !== undefined) return isSame(last, next) ? [] : [written];
    const first = was === undefined ? price?.base : was;
    if (first === undefined || first === null) return [written];
    if (isSame(first, next)) return [];
    const { amount, compareAt } = first;
    const unwritten = { amount, compareAt, validFrom: since, reference: FROM_THE_BEGINNING };
    return [{ ...own, ...unwritten }, written];
  });
  for (const some of chunked(rows)) await ctx.db.insert(priceHistory).values([...some]);
}

type Amounts = { readonly [K in keyof BasePrice]: BasePrice[K] | null };

const isSame = (a: Amounts, b: Amounts): boolean =>
  a.amount === b.amount && a.compareAt === b.compareAt;

type Latest = Amounts & PriceKey & { readonly validFrom: Date };

/** By `priceKey`: the last row of the history. */
async function latestOf(
  { db, store }: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Latest>> {
  const { variantId, currency, amount, compareAt, validFrom, id } = priceHistory;
  const rows = db
    .select({
      ...{ variantId, currency, amount, compareAt, validFrom },
      place: sql<number>`row_number() over (
        partition by ${variantId}, ${currency} order by ${validFrom} desc, ${id} desc)`.as("place"),
    })
    .from(priceHistory)
    .innerJoin(variants, and(eq(variants.storeId, store.id), eq(variants.id, variantId)))
    .where(and(eq(priceHistory.storeId, store.id), inArray(variants.productId, [...productIds])))
    .as("rows");
  const latest = await db
    .select({
      ...{ variantId: rows.variantId, currency: rows.currency, validFrom: rows.validFrom },
      ...{ amount: rows.amount, compareAt: rows.compareAt },
    })
    .from(rows)
    .where(eq(rows.place, 1));
  return new Map(latest.map((row) => [priceKey(row), row]));
}

/** By variant: when its product was made. */
async function madeAtOf(
  { db, store }: Context,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({ variantId: variants.id, createdAt: products.createdAt })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .where(and(eq(variants.storeId, store.id), inArray(variants.productId, [...productIds])));
  return new Map(rows.map(({ variantId, createdAt }) => [variantId, createdAt]));
}
