/**
 * Lists for everybody change what lists of products show, by what staff does and by the clock. A list that
 * is `applied` counts there; the product's own page and the cart ask the list itself, at each moment.
 */
import { priceListEntries, priceLists, variants } from "@souk/db/schema";
import { and, asc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { publish } from "../../kernel/events.ts";
import { priceListChanged } from "../events.ts";
import { holdsForEverybody } from "./public-prices.ts";
import { refreshShown } from "./shown-prices.ts";

type PriceListRow = typeof priceLists.$inferSelect;

/** So many variants are brought up to date in one unit of work. */
const AT_ONCE = 200;

/** Variants of a list that are brought up to date while staff waits; the worker does a longer one. */
const WHILE_WAITING = 1000;

/** What price histories name as their cause. */
const referenceOf = ({ name }: Pick<PriceListRow, "name">): string => `price list ${name}`;

/** Of entries that were written or dropped, in the caller's unit of work. */
export async function refreshVariants(
  ctx: Context,
  list: Pick<PriceListRow, "name">,
  variantIds: readonly string[],
): Promise<void> {
  const reference = referenceOf(list);
  for (const some of chunked(variantIds)) {
    const productIds = await productIdsOf(ctx, some);
    await refreshShown(ctx, { productIds, before: new Map(), reference });
  }
}

/** After staff has changed its terms, in the caller's unit of work. A long one is left to `applyDue`. */
export async function applyNow(ctx: Context, { id }: Pick<PriceListRow, "id">): Promise<void> {
  const list = await dueOf(ctx, id);
  if (list === undefined) return;
  const ids = await variantIdsOf(ctx, list, { limit: WHILE_WAITING + 1 });
  if (ids.length > WHILE_WAITING) return;
  await refreshVariants(ctx, list, ids);
  await mark(ctx, list);
}

/** Lists whose time has come or is over, and long ones that staff has changed. Answers how many there were. */
export async function applyDue(ctx: Context): Promise<number> {
  const due = await ctx.db
    .select({ id: priceLists.id })
    .from(priceLists)
    .where(and(eq(priceLists.storeId, ctx.store.id), isDue(ctx)))
    .orderBy(asc(priceLists.id));
  for (const { id } of due) await applyWhole(ctx, id);
  return due.length;
}

async function applyWhole(ctx: Context, id: string): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const last = await inTransaction(ctx, async (ctx) => {
      const list = await dueOf(ctx, id);
      if (list === undefined) return undefined;
      const ids = await variantIdsOf(ctx, list, { after, limit: AT_ONCE });
      await refreshVariants(ctx, list, ids);
      if (ids.length === AT_ONCE) return ids.at(-1);
      await mark(ctx, list);
      await publish(ctx, priceListChanged(id));
      return undefined;
    });
    if (last === undefined) return;
    after = last;
  }
}

/** What is so is not what counts. */
const isDue = (ctx: Context) => ne(priceLists.isApplied, sql`(${holdsForEverybody(ctx)})`);

async function dueOf(ctx: Context, id: string): Promise<PriceListRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(priceLists)
    .where(and(eq(priceLists.storeId, ctx.store.id), eq(priceLists.id, id), isDue(ctx)))
    .for("update");
  return row;
}

const mark = ({ db, store }: Context, { id, isApplied }: PriceListRow) =>
  db
    .update(priceLists)
    .set({ isApplied: !isApplied })
    .where(and(eq(priceLists.storeId, store.id), eq(priceLists.id, id)));

interface Part {
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** Of its entries that hold for one unit. */
export async function variantIdsOf(
  { db, store }: Context,
  { id }: Pick<PriceListRow, "id">,
  { after, limit }: Part = {},
): Promise<readonly string[]> {
  const all = db
    .select({ variantId: priceListEntries.variantId })
    .from(priceListEntries)
    .where(
      and(
        eq(priceListEntries.storeId, store.id),
        eq(priceListEntries.priceListId, id),
        eq(priceListEntries.minQuantity, 1),
        after === undefined ? undefined : gt(priceListEntries.variantId, after),
      ),
    )
    .orderBy(asc(priceListEntries.variantId));
  const rows = await (limit === undefined ? all : all.limit(limit));
  return rows.map(({ variantId }) => variantId);
}

async function productIdsOf(
  { db, store }: Context,
  variantIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ productId: variants.productId })
    .from(variants)
    .where(and(eq(variants.storeId, store.id), inArray(variants.id, [...variantIds])));
  return rows.map(({ productId }) => productId);
}
