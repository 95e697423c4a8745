/** What a variant cost before, as staff sees it. */
import { apiKeys, priceHistory, prices, products, users, variants } from "@souk/db/schema";
import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor, instantOf } from "../../kernel/cursor.ts";
import { notFound } from "../../kernel/errors.ts";
import { money } from "../../kernel/money.ts";
import type { PastPrice, PriceHistory, PriceHistoryInput } from "../contract.ts";
import { FROM_THE_BEGINNING } from "./shown-prices.ts";

const CURSOR_ORDER = "price-history";

/** Newest first. A price from before the history was kept counts as valid since its product was made. */
export async function history(ctx: Context, input: PriceHistoryInput): Promise<PriceHistory> {
  const { currency = ctx.store.currency, cursor, limit } = input;
  const variantId = input.variant_id.toLowerCase();
  const now = await currentOf(ctx, variantId, currency);
  const after = cursor === undefined ? null : decodeCursor(CURSOR_ORDER, "number", cursor);
  const { validFrom, id } = priceHistory;
  const rows = await ctx.db
    .select({
      id,
      amount: priceHistory.amount,
      compareAt: priceHistory.compareAt,
      validFrom,
      reference: priceHistory.reference,
      email: users.email,
      keyName: apiKeys.name,
    })
    .from(priceHistory)
    .leftJoin(users, and(eq(users.storeId, ctx.store.id), eq(users.id, priceHistory.actorId)))
    .leftJoin(apiKeys, and(eq(apiKeys.storeId, ctx.store.id), eq(apiKeys.id, priceHistory.actorId)))
    .where(
      and(
        eq(priceHistory.storeId, ctx.store.id),
        eq(priceHistory.variantId, variantId),
        eq(priceHistory.currency, currency),
        after === null
          ? undefined
          : or(
              lt(validFrom, instantOf(after)),
              and(eq(validFrom, instantOf(after)), lt(id, after.id)),
            ),
      ),
    )
    .orderBy(desc(validFrom), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const old = page.length === 0 && after === null && now.amount !== null ? [now] : [];
  return {
    items: [...page, ...old].map((row) => pastPriceOf(row, currency)),
    next_cursor:
      last === undefined
        ? null
        : encodeCursor(CURSOR_ORDER, { key: last.validFrom.getTime(), id: last.id }),
  };
}

async function currentOf({ db, store }: Context, variantId: string, currency: string) {
  const [row] = await db
    .select({ amount: prices.amount, compareAt: prices.compareAt, validFrom: products.createdAt })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .leftJoin(
      prices,
      and(
        eq(prices.storeId, store.id),
        eq(prices.variantId, variants.id),
        eq(prices.currency, currency),
      ),
    )
    .where(and(eq(variants.storeId, store.id), eq(variants.id, variantId)));
  if (row === undefined) throw notFound("variant");
  return { ...row, reference: FROM_THE_BEGINNING, email: null, keyName: null };
}

interface Past {
  readonly amount: number | null;
  readonly compareAt: number | null;
  readonly validFrom: Date;
  readonly reference: string;
  readonly email: string | null;
  readonly keyName: string | null;
}

const pastPriceOf = ({ amount, compareAt, ...row }: Past, currency: string): PastPrice => ({
  price: amount === null ? null : money(amount, currency),
  compare_at_price: compareAt === null ? null : money(compareAt, currency),
  valid_from: row.validFrom.toISOString(),
  reference: row.reference,
  actor: row.email ?? row.keyName,
});
