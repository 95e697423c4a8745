/** What lists of products show a customer whose groups pay less than everybody. */
import { customerGroupMembers, priceListEntries, priceLists, variants } from "@souk/db/schema";
import { and, eq, exists, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "../../kernel/context.ts";
import { comparedWith, unitPriceOf } from "../resolution.ts";
import { isInForce } from "./in-force.ts";
import { offersFor, shopperOf } from "./offers.ts";
import { type PriceSummary, summaryOf } from "./summaries.ts";

/**
 * By product id: those that a list of the caller's groups may make cheaper. No statement for who is not signed
 * in, two at most for who is, whatever the number of products.
 */
export async function groupPricesOf(
  ctx: Context,
  productIds: readonly string[],
  currency: string,
): Promise<ReadonlyMap<string, PriceSummary>> {
  if (ctx.actor.kind !== "customer" || productIds.length === 0) return new Map();
  const rows = await variantsInLists(ctx, ctx.actor.userId, productIds, currency);
  const ids = rows.map(({ id }) => id);
  const offers = await offersFor(ctx, ids, shopperOf(ctx, currency));
  const byProduct = Map.groupBy(rows, ({ productId }) => productId);
  return new Map(
    [...byProduct].flatMap(([productId, some]) => {
      const shown = some
        .flatMap(({ id }) => offers.get(id) ?? [])
        .map((each) => {
          const { amount } = unitPriceOf(each, 1);
          return { amount, compareAt: comparedWith(each, amount) };
        });
      return shown.length === 0 ? [] : [[productId, summaryOf(shown)] as const];
    }),
  );
}

/** All variants of those products of which a group's list names one. */
function variantsInLists(
  ctx: Context,
  userId: string,
  productIds: readonly string[],
  currency: string,
) {
  const { db, store } = ctx;
  const named = alias(variants, "named");
  const groups = db
    .select({ id: customerGroupMembers.groupId })
    .from(customerGroupMembers)
    .where(
      and(eq(customerGroupMembers.storeId, store.id), eq(customerGroupMembers.userId, userId)),
    );
  const listed = db
    .select({ id: priceListEntries.id })
    .from(named)
    .innerJoin(
      priceListEntries,
      and(
        eq(priceListEntries.storeId, store.id),
        eq(priceListEntries.variantId, named.id),
        eq(priceListEntries.minQuantity, 1),
      ),
    )
    .innerJoin(
      priceLists,
      and(
        eq(priceLists.storeId, store.id),
        eq(priceLists.id, priceListEntries.priceListId),
        eq(priceLists.currency, currency),
        inArray(priceLists.customerGroupId, groups),
        isInForce(ctx),
      ),
    )
    .where(and(eq(named.storeId, store.id), eq(named.productId, variants.productId)));
  return db
    .select({ id: variants.id, productId: variants.productId })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, store.id),
        inArray(variants.productId, [...productIds]),
        exists(listed),
      ),
    );
}
