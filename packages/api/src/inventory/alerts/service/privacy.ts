/** A person's wishes to hear of stock: handing them out, and making them go, at last by themselves. */
import { products, stockAlerts, variants } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../../kernel/personal-records.ts";
import type { Person } from "../../../users/service/index.ts";

/** After it was asked for, whether a mail went or not. */
export const ALERTS_KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Their account's, and those of a guest under the address they proved. */
const ofPerson = (ctx: Context, { userId, provedEmail }: Person) =>
  and(
    eq(stockAlerts.storeId, ctx.store.id),
    or(
      eq(stockAlerts.userId, userId),
      provedEmail === null
        ? undefined
        : and(isNull(stockAlerts.userId), eq(stockAlerts.emailCanonical, provedEmail)),
    ),
  );

export async function exportAlerts(ctx: Context, person: Person): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select({
      email: stockAlerts.email,
      title: products.title,
      variantTitle: variants.title,
      notifiedAt: stockAlerts.notifiedAt,
      createdAt: stockAlerts.createdAt,
    })
    .from(stockAlerts)
    .innerJoin(variants, eq(variants.id, stockAlerts.variantId))
    .innerJoin(products, eq(products.id, variants.productId))
    .where(ofPerson(ctx, person))
    .orderBy(asc(stockAlerts.id));
  return { stock_alerts: rows.map(personalRecord) };
}

/** Under any address that was theirs. */
export async function forgetAlerts(ctx: Context, person: Person): Promise<void> {
  await ctx.db
    .delete(stockAlerts)
    .where(
      and(
        eq(stockAlerts.storeId, ctx.store.id),
        or(ofPerson(ctx, person), inArray(stockAlerts.emailCanonical, [...person.addresses])),
      ),
    );
}

/** Answers how many it forgot. */
export async function sweepAlerts(ctx: Context): Promise<number> {
  const before = new Date(ctx.now().getTime() - ALERTS_KEPT_DAYS * DAY_MS);
  const gone = await ctx.db
    .delete(stockAlerts)
    .where(and(eq(stockAlerts.storeId, ctx.store.id), lte(stockAlerts.createdAt, before)))
    .returning({ id: stockAlerts.id });
  return gone.length;
}
