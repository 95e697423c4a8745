/** What ties a person to prices: those that they set as staff. */
import { priceHistory, variants } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const set = await ctx.db
    .select({
      sku: variants.sku,
      currency: priceHistory.currency,
      amount: priceHistory.amount,
      compareAt: priceHistory.compareAt,
      reference: priceHistory.reference,
      validFrom: priceHistory.validFrom,
    })
    .from(priceHistory)
    .innerJoin(variants, eq(variants.id, priceHistory.variantId))
    .where(setBy(ctx, person))
    .orderBy(asc(priceHistory.id));
  return { prices_set: set.map(personalRecord) };
}

/** The prices stay, and say of nobody who set them. */
export async function forgetSetter(ctx: Context, person: Person): Promise<void> {
  await ctx.db.update(priceHistory).set({ actorId: null }).where(setBy(ctx, person));
}

const setBy = ({ store }: Context, { userId }: Person) =>
  and(eq(priceHistory.storeId, store.id), eq(priceHistory.actorId, userId));
