/**
 * Lines in units on shelves. What a bundle is made of when it is held is kept with what is held, so that
 * it is sent and comes back as that, whatever it is made of by then.
 */
import { reservedParts } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import type { Part, Stock } from "./stock.ts";

export interface ReserveLine {
  readonly variantId: string;
  readonly quantity: number;
}

/** By bundle. */
export type Parts = ReadonlyMap<string, readonly Part[]>;

/** Of the bundles among the lines, as they are made now. */
export function partsIn(stock: Stock, lines: readonly ReserveLine[]): Parts {
  const bundles = new Set(
    lines
      .map(({ variantId }) => variantId)
      .filter((id) => stock.variants.get(id)?.isBundle === true),
  );
  return new Map(
    [...bundles].map((id) => [id, stock.parts.filter(({ bundleId }) => bundleId === id)]),
  );
}

/** Of the bundles that were held for the payment, as they were made then. */
export async function partsHeld(ctx: Context, paymentId: string): Promise<Parts> {
  const rows = await ctx.db
    .select({
      bundleId: reservedParts.bundleId,
      componentId: reservedParts.componentId,
      quantity: reservedParts.quantity,
    })
    .from(reservedParts)
    .where(and(eq(reservedParts.storeId, ctx.store.id), eq(reservedParts.paymentId, paymentId)));
  return Map.groupBy(rows, ({ bundleId }) => bundleId);
}

export async function keepParts(ctx: Context, paymentId: string, parts: Parts): Promise<void> {
  const rows = [...parts.values()].flat().map(({ bundleId, componentId, quantity }) => ({
    storeId: ctx.store.id,
    ...{ paymentId, bundleId, componentId, quantity },
  }));
  if (rows.length > 0) await ctx.db.insert(reservedParts).values(rows);
}

/** What the lines come to in units on shelves, each variant once. */
export function takenApart(parts: Parts, lines: readonly ReserveLine[]): readonly ReserveLine[] {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    const made = parts.get(variantId) ?? [{ componentId: variantId, quantity: 1 }];
    for (const part of made) {
      const sum = (wanted.get(part.componentId) ?? 0) + part.quantity * quantity;
      wanted.set(part.componentId, sum);
    }
  }
  return [...wanted].map(([variantId, quantity]) => ({ variantId, quantity }));
}
