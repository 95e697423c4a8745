/** The lowest price of the last 30 days before a reduction. */
import { byEngine, defineQuery } from "@souk/db";
import { priceHistory } from "@souk/db/schema";
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
 * Those of the newest amount, up to the first of another, make up the time of the current price, though the
 * price to compare it with may have changed in between.
 */
const lowest = defineQuery<Params, Row[]>((query, p) => {
  const newestFirst = sql`partition by ${priceHistory.variantId}
    order by ${priceHistory.validFrom} desc, ${priceHistory.id} desc`;
  const told = query
    .select({
      variantId: priceHistory.variantId,
      amount: priceHistory.amount,
      id: priceHistory.id,
      validFrom: sql`${priceHistory.validFrom}`.as("valid_from"),
      validTo: sql`lag(${priceHistory.validFrom}) over (${newestFirst})`.as("valid_to"),
      current: sql`first_value(${priceHistory.amount}) over (${newestFirst})`.as("current"),
    })
    .from(asked(p.ids))
    .crossJoin(priceHistory)
    .where(
      and(
        eq(priceHistory.storeId, p.storeId),
        eq(priceHistory.variantId, sql`asked.id`),
        eq(priceHistory.currency, p.currency),
      ),
    )
    .as("told");
  const rows = query
    .select({
      variantId: told.variantId,
      amount: told.amount,
      validFrom: told.validFrom,
      validTo: told.validTo,
      others: sql`sum(case when ${told.amount} = ${told.current} then 0 else 1 end) over (
        partition by ${told.variantId} order by ${told.validFrom} desc, ${told.id} desc)`.as(
        "others",
      ),
    })
    .from(told)
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
