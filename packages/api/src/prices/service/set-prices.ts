/** The one way a base price is written: with its history, and with what lists of products show of it. */
import { prices, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { publish } from "../../kernel/events.ts";
import { type ChangedPrice, pricesChanged } from "../events.ts";
import { priceKey, refreshShown } from "./shown-prices.ts";

/** Null takes the variant out of the shop in that currency. */
export type PriceEntry = ChangedPrice;

/**
 * In the caller's unit of work, which has seen to it that the store sells in these currencies. Writes
 * only what changed, and answers whether anything did. `reference` says what they come from.
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
    const row = before.get(priceKey({ variantId, currency }));
    if (row === undefined) return amount !== null;
    return row.amount !== amount || row.compareAt !== compareAt;
  });
  if (changes.length === 0) return false;
  const owners = await ownersOf(ctx, changes);
  await write(ctx, changes);
  const productIds = [...new Set(owners.values())];
  await refreshShown(ctx, {
    ...{ productIds, reference },
    before: new Map(changes.map((entry) => [priceKey(entry), before.get(priceKey(entry)) ?? null])),
  });
  for (const productId of productIds) {
    const its = changes.filter(({ variantId }) => owners.get(variantId) === productId);
    await publish(ctx, pricesChanged(productId, its));
  }
  return true;
}

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
  return new Map(rows.map((row) => [priceKey(row), row]));
}

/** By variant: its product. */
async function ownersOf(
  { db, store }: Context,
  entries: readonly PriceEntry[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: variants.id, productId: variants.productId })
    .from(variants)
    .where(and(eq(variants.storeId, store.id), inArray(variants.id, idsOf(entries))));
  return new Map(rows.map(({ id, productId }) => [id, productId]));
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
