/** Rules that count days change what is in a collection by the clock alone. */
import { collections, products } from "@souk/db/schema";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import type { CollectionRule } from "../contract.ts";
import { DAY_MS } from "./membership.ts";

/** When a product next begins or ceases to meet such a rule; null: never. */
export async function nextChangeByRules(ctx: Context): Promise<Date | null> {
  const spans = await spansOfCollections(ctx);
  if (spans.length === 0) return null;
  const rows = await ctx.db.execute<{ at: string | null; days: number | string }>(
    sql.join(
      spans.map((span) => nextOf(ctx, span)),
      sql` union all `,
    ),
  );
  const due = rows.flatMap(({ at, days }) =>
    at === null ? [] : [new Date(at).getTime() + Number(days) * DAY_MS],
  );
  return due.length === 0 ? null : new Date(Math.min(...due));
}

interface Span {
  readonly field: "created" | "published";
  readonly days: number;
}

const columns = { created: products.createdAt, published: products.publishedAt };

/** The first product that is not so many days old yet. */
function nextOf({ store, now }: Context, { field, days }: Span): SQL {
  const since = sql.param(new Date(now().getTime() - days * DAY_MS), columns[field]);
  return sql`select min(${columns[field]}) as at, ${sql.raw(String(days))} as days from ${products}
    where ${products.storeId} = ${store.id} and ${products.status} = 'active'
      and ${columns[field]} > ${since}`;
}

/** Of the rules that shoppers see at work, each once. */
async function spansOfCollections(ctx: Context): Promise<readonly Span[]> {
  const rows = await ctx.db
    .select({ rules: collections.rules })
    .from(collections)
    .where(
      and(
        eq(collections.storeId, ctx.store.id),
        eq(collections.kind, "rules"),
        eq(collections.isPublished, true),
      ),
    );
  const spans = rows
    .flatMap(({ rules }) => rules as CollectionRule[])
    .flatMap((rule) =>
      rule.field === "created" || rule.field === "published"
        ? [[`${rule.field} ${rule.value}`, { field: rule.field, days: rule.value }] as const]
        : [],
    );
  return [...new Map(spans).values()];
}
