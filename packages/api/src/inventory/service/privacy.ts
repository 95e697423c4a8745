/** What ties a person to stock: what they waited for, and what they moved as staff. */
import { stockLevels, stockMovements, variants } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";
import { exportAlerts, forgetAlerts } from "../alerts/service/index.ts";

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const moved = await ctx.db
    .select({
      type: stockMovements.type,
      sku: variants.sku,
      onHandDelta: stockMovements.onHandDelta,
      reference: stockMovements.reference,
      note: stockMovements.note,
      createdAt: stockMovements.createdAt,
    })
    .from(stockMovements)
    .innerJoin(stockLevels, eq(stockLevels.id, stockMovements.levelId))
    .innerJoin(variants, eq(variants.id, stockLevels.variantId))
    .where(movedBy(ctx, person))
    .orderBy(asc(stockMovements.id));
  const alerts = await exportAlerts(ctx, person);
  return { ...alerts, stock_movements: moved.map(personalRecord) };
}

/** The movements stay, and say of nobody who moved. */
export async function forgetPerson(ctx: Context, person: Person): Promise<void> {
  await forgetAlerts(ctx, person);
  await ctx.db.update(stockMovements).set({ actorId: null }).where(movedBy(ctx, person));
}

const movedBy = ({ store }: Context, { userId }: Person) =>
  and(eq(stockMovements.storeId, store.id), eq(stockMovements.actorId, userId));
