/** Rules that count days change what is in a collection by the clock alone. */
import { byEngine } from "@souk/db";
import { collections, products } from "@souk/db/schema";
import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import type { CollectionRule } from "../contract.ts";
import { DAY_MS } from "./membership.ts";

/** When a product next begins or ceases to meet such a rule; null: never. */
export async function nextChangeByRules(ctx: Context): Promise<Date | null> {
  const spans = await spansOfCollections(ctx);
  if (spans.length === 0) return null;
  const rows = await ctx.db.execute<{ at: string | null; days: number | string }>(
    nextOf(ctx, spans),
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

/** For each span the first product that is not so many days old yet. One parameter, however many there are. */
function nextOf({ store, now }: Context, spans: readonly Span[]): SQL {
  const asked = spans.map(({ field, days }) => ({
    ...{ field, days, since: new Date(now().getTime() - days * DAY_MS).toISOString() },
  }));
  const list = JSON.stringify(asked);
  const member = (name: keyof Span | "since") => sql.raw(`span.value ->> '${name}'`);
  const since = byEngine({
    sqlite: member("since"),
    postgres: sql`(${member("since")})::timestamptz`,
  });
  const firstBy = (column: Column) => sql`(
    select min(${column}) from ${products}
    where ${products.storeId} = ${store.id} and ${products.status} = 'active' and ${column} > ${since})`;
  return sql`
    select ${member("days")} as days, case ${member("field")}
      when 'created' then ${firstBy(products.createdAt)}
      else ${firstBy(products.publishedAt)} end as at
    from ${byEngine({
      sqlite: sql`json_each(${list}) as span`,
      postgres: sql`jsonb_array_elements(${list}::jsonb) as span(value)`,
    })}`;
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
