/** The entries of a price list: shown by page, set in bulk. */
import { priceListEntries, prices, products, variants } from "@souk/db/schema";
import { and, asc, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { DomainError, type FieldErrors } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import { money } from "../../kernel/money.ts";
import * as search from "../../search/service/index.ts";
import type {
  EntriesSet,
  EntryInput,
  EntryPage,
  ListEntriesInput,
  SetEntriesInput,
} from "../contract.ts";
import { priceListChanged } from "../events.ts";
import { refreshVariants } from "./apply-lists.ts";
import { lockPriceList, type PriceListRow, priceListRow } from "./lists.ts";

const CURSOR_ORDER = "price-list-entries";

/** In the order in which they were first set. */
export async function listEntries(ctx: Context, input: ListEntriesInput): Promise<EntryPage> {
  const { id, cursor, limit, q } = input;
  const list = await priceListRow(ctx, id);
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "string", cursor);
  const later = after === null ? undefined : gt(priceListEntries.id, after.id);
  let rows: readonly EntryRow[] = [];
  for await (const asked of search.readings(ctx, q)) {
    const words =
      asked === null ? undefined : search.isAmong(products.id, search.matching(ctx, asked));
    rows = await entryRows(ctx, list, and(later, words)).limit(limit + 1);
    if (rows.length > 0) break;
  }
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1)?.entry : undefined;
  return {
    items: page.map(({ entry, sku, variantTitle, productTitle, base }) => ({
      id: entry.id,
      variant_id: entry.variantId,
      sku,
      product_title: productTitle,
      variant_title: variantTitle,
      min_quantity: entry.minQuantity,
      price: money(entry.amount, list.currency),
      base_price: base === null ? null : money(base, list.currency),
    })),
    next_cursor: last === undefined ? null : encodeCursor(CURSOR_ORDER, { key: "", id: last.id }),
  };
}

const entryRows = (
  { db, store: { id: storeId } }: Context,
  list: PriceListRow,
  which: SQL | undefined,
) =>
  db
    .select({
      entry: priceListEntries,
      sku: variants.sku,
      variantTitle: variants.title,
      productTitle: products.title,
      base: prices.amount,
    })
    .from(priceListEntries)
    .innerJoin(
      variants,
      and(eq(variants.storeId, storeId), eq(variants.id, priceListEntries.variantId)),
    )
    .innerJoin(products, and(eq(products.storeId, storeId), eq(products.id, variants.productId)))
    .leftJoin(
      prices,
      and(
        eq(prices.storeId, storeId),
        eq(prices.variantId, variants.id),
        eq(prices.currency, list.currency),
      ),
    )
    .where(
      and(eq(priceListEntries.storeId, storeId), eq(priceListEntries.priceListId, list.id), which),
    )
    .orderBy(asc(priceListEntries.id));

type EntryRow = Awaited<ReturnType<typeof entryRows>>[number];

interface Wanted {
  readonly variantId: string;
  readonly minQuantity: number;
  readonly amount: number | null;
}

/**
 * All of them, or none: `entries_invalid` names each row that is wrong. Rows that say what is so
 * already change nothing.
 */
export function setEntries(ctx: Context, input: SetEntriesInput): Promise<EntriesSet> {
  return inTransaction(ctx, async (ctx) => {
    const list = await lockPriceList(ctx, input.id);
    const wanted = await resolved(ctx, input.entries);
    const ids = [...new Set(wanted.map(({ variantId }) => variantId))];
    const own = and(
      eq(priceListEntries.storeId, ctx.store.id),
      eq(priceListEntries.priceListId, list.id),
    );
    const rows = await ctx.db
      .select()
      .from(priceListEntries)
      .where(and(own, inArray(priceListEntries.variantId, ids)));
    const known = new Map(rows.map((row) => [keyOf(row), row]));
    const gone = wanted.flatMap((entry) =>
      entry.amount === null ? (known.get(keyOf(entry))?.id ?? []) : [],
    );
    const moved = wanted.flatMap(({ amount, ...entry }) =>
      amount === null || known.get(keyOf(entry))?.amount === amount ? [] : [{ ...entry, amount }],
    );
    if (gone.length > 0) {
      await ctx.db.delete(priceListEntries).where(and(own, inArray(priceListEntries.id, gone)));
    }
    await store(ctx, list, moved);
    const [saved, removed] = [moved.length, gone.length];
    if (saved + removed > 0) {
      if (list.isApplied) await refreshVariants(ctx, list, ids);
      const subject = { type: "price_list", id: list.id };
      await record(ctx, {
        action: "price_list.entries_set",
        ...{ subject, details: { name: list.name, saved, removed } },
      });
      await publish(ctx, priceListChanged(list.id));
    }
    return { saved, removed, unchanged: wanted.length - saved - removed };
  });
}

async function store(
  { db, store }: Context,
  list: PriceListRow,
  moved: readonly (Wanted & { readonly amount: number })[],
): Promise<void> {
  if (moved.length === 0) return;
  await db
    .insert(priceListEntries)
    .values(moved.map((entry) => ({ ...entry, storeId: store.id, priceListId: list.id })))
    .onConflictDoUpdate({
      target: [
        priceListEntries.priceListId,
        priceListEntries.variantId,
        priceListEntries.minQuantity,
      ],
      set: { amount: sql`excluded.amount`, updatedAt: sql`excluded.updated_at` },
    });
}

const keyOf = ({ variantId, minQuantity }: Pick<Wanted, "variantId" | "minQuantity">) =>
  `${variantId} ${minQuantity}`;

/** Variants by id or SKU, in one statement. */
async function resolved(ctx: Context, entries: readonly EntryInput[]): Promise<Wanted[]> {
  const ids = entries.flatMap(({ variant_id: id }) => id?.toLowerCase() ?? []);
  const skus = entries.flatMap(({ sku }) => sku?.replaceAll("\0", "\u0001") ?? []);
  const rows = await ctx.db
    .select({ id: variants.id, sku: variants.sku })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        or(inArray(variants.id, ids), inArray(variants.sku, skus)),
      ),
    );
  const byId = new Set(rows.map(({ id }) => id));
  const bySku = new Map(rows.map(({ id, sku }) => [sku, id]));
  const problems: Record<string, string[]> = {};
  const seen = new Set<string>();
  const wanted = entries.flatMap((entry, i): Wanted[] => {
    const { variant_id: id, sku, min_quantity: minQuantity, amount } = entry;
    const refuse = (field: string, message: string) => {
      problems[`entries.${i}.${field}`] = [message];
      return [];
    };
    if ((id === undefined) === (sku === undefined)) {
      return refuse("variant_id", "Give either the variant's id or its SKU.");
    }
    const found = id === undefined ? bySku.get(sku ?? "") : id.toLowerCase();
    if (found === undefined) return refuse("sku", `There is no variant with the SKU ${sku}.`);
    if (!byId.has(found)) return refuse("variant_id", "There is no such variant.");
    const place = keyOf({ variantId: found, minQuantity });
    if (seen.has(place)) return refuse("min_quantity", "An earlier row says the same already.");
    seen.add(place);
    return [{ variantId: found, minQuantity, amount }];
  });
  refuseProblems(problems);
  return wanted;
}

function refuseProblems(fields: FieldErrors): void {
  const rows = Object.keys(fields).length;
  if (rows === 0) return;
  const message = rows === 1 ? "One row is wrong." : `${rows} rows are wrong.`;
  throw new DomainError("invalid", "entries_invalid", message, { fields });
}
