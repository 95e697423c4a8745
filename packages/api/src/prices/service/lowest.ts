/** The lowest price of the last 30 days before a reduction. */
import { byEngine, defineQuery } from "@souk/db";
import { priceHistory, prices } from "@souk/db/schema";
import { and, eq, min, sql } from "drizzle-orm";
import { asked } from "../../kernel/asked.ts";
import type { Context } from "../../kernel/context.ts";

type Params = { storeId: string; currency: string; ids: string };
type Row = { variantId: string; lowest: number | null };

const thirtyDaysBefore = byEngine({
  postgres: sql`runs.began - interval '720 hours'`,
  sqlite: sql`strftime('%Y-%m-%dT%H:%M:%fZ', runs.began, '-30 days')`,
});

/**
 * A row is `over` when a row of another amount stands after it: those that are not make up the time of
 * the current price, though the price to compare it with may have changed in between.
 */
const lowest = defineQuery<Params, Row[]>((query, p) => {
  const rows = query
    .select({
      variantId: priceHistory.variantId,
      amount: priceHistory.amount,
      validFrom: sql`${priceHistory.validFrom}`.as("valid_from"),
      validTo: sql`lead(${priceHistory.validFrom}) over (
        partition by ${priceHistory.variantId}
        order by ${priceHistory.validFrom}, ${priceHistory.id})`.as("valid_to"),
      others: sql`sum(case when ${priceHistory.amount} = ${prices.amount} then 0 else 1 end) over (
        partition by ${priceHistory.variantId}
        order by ${priceHistory.validFrom} desc, ${priceHistory.id} desc)`.as("others"),
    })
    .from(asked(p.ids))
    .crossJoin(priceHistory)
    .innerJoin(
      prices,
      and(
        eq(prices.storeId, p.storeId),
        eq(prices.variantId, priceHistory.variantId),
        eq(prices.currency, p.currency),
      ),
    )
    .where(
      and(
        eq(priceHistory.storeId, p.storeId),
        eq(priceHistory.variantId, sql`asked.id`),
        eq(priceHistory.currency, p.currency),
      ),
    )
    .as("history");
  const runs = query
    .select({
      variantId: rows.variantId,
      amount: rows.amount,
      validFrom: rows.validFrom,
      validTo: rows.validTo,
      others: rows.others,
      began: sql`min(case when ${rows.others} = 0 then ${rows.validFrom} end) over (
        partition by ${rows.variantId})`.as("began"),
    })
    .from(rows)
    .as("runs");
  return query
    .select({ variantId: runs.variantId, lowest: min(runs.amount) })
    .from(runs)
    .where(
      sql`${runs.others} > 0 and ${runs.validTo} > ${runs.validFrom}
        and ${runs.validTo} > ${thirtyDaysBefore}`,
    )
    .groupBy(runs.variantId);
});

/**
 * By variant id, minor units: the lowest price within the 30 days before the current one began, which
 * a shop in the European Union must show beside a reduction (Article 6a of Directive 98/6/EC, put
 * there by Directive (EU) 2019/2161). Missing where nothing was sold in that time, and where the
 * price is as it always was. One statement, whatever their number.
 */
export async function lowestBefore(
  ctx: Context,
  variantIds: readonly string[],
  currency: string,
): Promise<ReadonlyMap<string, number>> {
  if (variantIds.length === 0) return new Map();
  const ids = JSON.stringify(variantIds);
  const rows = await lowest(ctx.db, { storeId: ctx.store.id, currency, ids });
  return new Map(
    rows.flatMap((row) => (row.lowest === null ? [] : [[row.variantId, Number(row.lowest)]])),
  );
}
