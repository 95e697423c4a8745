/** What the clock puts before shoppers, where somebody waits for it and there is one to buy. */
import { events, prices, products, stockAlerts, variants } from "@souk/db/schema";
import { and, asc, eq, gt, gte, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { publish } from "../../../kernel/events.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import { BACK_IN_STOCK, backInStock } from "../../events.ts";
import { availableUnits } from "../../service/fragments.ts";

/** In one unit of work. */
const AT_ONCE = 100;

/**
 * No event tells of a moment that was planned, so this one is told here: once for each variant, however many
 * nodes call it. Answers how many there were.
 */
export function tellAppeared(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx.db, [`stock_appeared:${ctx.store.id}`]);
    const appeared = await appearedUntold(ctx);
    await publish(ctx, ...appeared.map(backInStock));
    return appeared.length;
  });
}

/** Waited for, there to buy, and not told to be so since their products appeared. */
function appearedUntold({ db, store, now }: Context) {
  const available = availableUnits(store.id);
  const told = db
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.storeId, store.id),
        eq(events.subjectId, sql`cast(${variants.id} as text)`),
        eq(events.type, BACK_IN_STOCK),
        gte(events.occurredAt, products.publishedAt),
      ),
    );
  return db
    .selectDistinct({
      variantId: variants.id,
      productId: variants.productId,
      available: available.mapWith(Number),
    })
    .from(stockAlerts)
    .innerJoin(
      variants,
      and(eq(variants.storeId, store.id), eq(variants.id, stockAlerts.variantId)),
    )
    .innerJoin(products, and(eq(products.storeId, store.id), eq(products.id, variants.productId)))
    .innerJoin(
      prices,
      and(
        eq(prices.storeId, store.id),
        eq(prices.variantId, variants.id),
        eq(prices.currency, store.currency),
      ),
    )
    .where(
      and(
        eq(stockAlerts.storeId, store.id),
        isNull(stockAlerts.notifiedAt),
        eq(products.status, "active"),
        lte(products.publishedAt, now()),
        or(isNull(products.unpublishAt), gt(products.unpublishAt, now())),
        or(eq(variants.tracksInventory, false), sql`${available} > 0`),
        notExists(told),
      ),
    )
    .orderBy(asc(variants.id))
    .limit(AT_ONCE)
    .execute();
}
