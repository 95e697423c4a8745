/** The one way a base price is written: with its history, and with what lists of products show of it. */
import { priceHistory, prices, products, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { publish } from "../../kernel/events.ts";
import { type ChangedPrice, pricesChanged } from "../events.ts";
import { refreshSummaries } from "./summaries.ts";

/** Null takes the variant out of the shop in that currency. */
export type PriceEntry = ChangedPrice;

/** Of a price that was set before the history was kept. */
export const FROM_THE_BEGINNING = "before-history";

/**
 * In the caller's unit of work, which has seen to it that the store sells in these currencies. Writes
 * only what changed, and answers whether anything did. `reference` says who or what set them.
 */
export async function setPrices(
  ctx: Context,
  entries: readonly PriceEntry[],
  reference: string,
): Promise<boolean> {
  let changed = false;
  for (const some of chunked(entries)) {
    const moved = await setSome(ctx, some, reference);
    changed ||= moved;
  }
  return changed;
}

async function setSome(
  ctx: Context,
  entries: readonly PriceEntry[],
  reference: string,
): Promise<boolean> {
  const before = await current(ctx, entries);
  const changes = entries.filter(({ variantId, currency, amount, compareAt }) => {
    const row = before.get(keyOf({ variantId, currency }));
    if (row === undefined) return amount !== null;
    return row.amount !== amount || row.compareAt !== compareAt;
  });
  if (changes.length === 0) return false;
  const owners = await ownersOf(ctx, changes);
  await write(ctx, changes);
  await remember(ctx, { changes, before, owners, reference });
  const foreign = changes.filter(({ currency }) => currency !== ctx.store.currency);
  const productsOf = (some: readonly PriceEntry[]) => [
    ...new Set(some.flatMap(({ variantId }) => owners.get(variantId)?.productId ?? [])),
  ];
  await refreshSummaries(ctx, productsOf(foreign));
  for (const productId of productsOf(changes)) {
    const its = changes.filter(({ variantId }) => owners.get(variantId)?.productId === productId);
    await publish(ctx, pricesChanged(productId, its));
  }
  return true;
}

const keyOf = ({ variantId, currency }: Pick<PriceEntry, "variantId" | "currency">) =>
  `${variantId} ${currency}`;

const idsOf = (entries: readonly PriceEntry[]) => [
  ...new Set(entries.map(({ variantId }) => variantId)),
];

type PriceRow = typeof prices.$inferSelect;

/** Locked in one order, so that two who change the same prices take turns. */
async function current(
  { db, store }: Context,
  entries: readonly PriceEntry[],
): Promise<ReadonlyMap<string, PriceRow>> {
  const rows = await db
    .select()
    .from(prices)
    .where(and(eq(prices.storeId, store.id), inArray(prices.variantId, idsOf(entries))))
    .orderBy(asc(prices.variantId), asc(prices.currency))
    .for("update");
  return new Map(rows.map((row) => [keyOf(row), row]));
}

interface Owner {
  readonly productId: string;
  /** Of the product. */
  readonly createdAt: Date;
}

async function ownersOf(
  { db, store }: Context,
  entries: readonly PriceEntry[],
): Promise<ReadonlyMap<string, Owner>> {
  const rows = await db
    .select({
      variantId: variants.id,
      productId: variants.productId,
      createdAt: products.createdAt,
    })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .where(and(eq(variants.storeId, store.id), inArray(variants.id, idsOf(entries))));
  return new Map(rows.map(({ variantId, ...owner }) => [variantId, owner]));
}

async function write({ db, store }: Context, changes: readonly PriceEntry[]): Promise<void> {
  const storeId = store.id;
  const gone = Map.groupBy(
    changes.filter(({ amount }) => amount === null),
    ({ currency }) => currency,
  );
  for (const [currency, entries] of gone) {
    await db
      .delete(prices)
      .where(
        and(
          eq(prices.storeId, storeId),
          eq(prices.currency, currency),
          inArray(prices.variantId, idsOf(entries)),
        ),
      );
  }
  const values = changes.flatMap(({ amount, ...entry }) =>
    amount === null ? [] : [{ ...entry, amount, storeId }],
  );
  if (values.length === 0) return;
  await db
    .insert(prices)
    .values(values)
    .onConflictDoUpdate({
      target: [prices.variantId, prices.currency],
      set: {
        amount: sql`excluded.amount`,
        compareAt: sql`excluded.compare_at`,
        updatedAt: sql`excluded.updated_at`,
      },
    });
}

interface Remembered {
  readonly changes: readonly PriceEntry[];
  readonly before: ReadonlyMap<string, PriceRow>;
  readonly owners: ReadonlyMap<string, Owner>;
  readonly reference: string;
}

/**
 * A price from before the history was kept counts as valid since its product was made. Nothing is
 * written before what is there already: clocks of several nodes differ a little.
 */
async function remember(
  ctx: Context,
  { changes, before, owners, reference }: Remembered,
): Promise<void> {
  const latest = await latestOf(ctx, changes);
  const now = ctx.now();
  const rows = changes.flatMap((change) => {
    const { variantId, currency, amount, compareAt } = change;
    const row = before.get(keyOf(change));
    const last = latest.get(keyOf(change));
    const since = owners.get(variantId)?.createdAt ?? now;
    const own = { storeId: ctx.store.id, variantId, currency };
    const validFrom = last !== undefined && last > now ? last : now;
    const next = { ...own, amount, compareAt: amount === null ? null : compareAt, validFrom };
    if (row === undefined || last !== undefined) return [{ ...next, reference }];
    const first = { amount: row.amount, compareAt: row.compareAt, validFrom: since };
    return [
      { ...own, ...first, reference: FROM_THE_BEGINNING },
      { ...next, reference },
    ];
  });
  await ctx.db.insert(priceHistory).values(rows);
}

async function latestOf(
  { db, store }: Context,
  entries: readonly PriceEntry[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({
      variantId: priceHistory.variantId,
      currency: priceHistory.currency,
      at: max(priceHistory.validFrom),
    })
    .from(priceHistory)
    .where(and(eq(priceHistory.storeId, store.id), inArray(priceHistory.variantId, idsOf(entries))))
    .groupBy(priceHistory.variantId, priceHistory.currency);
  return new Map(rows.flatMap(({ at, ...row }) => (at === null ? [] : [[keyOf(row), at]])));
}
