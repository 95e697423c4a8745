/** Shipping methods: which may be chosen for a cart, and what they cost it. */
import { shippingMethods } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import { money } from "../kernel/money.ts";
import type { ShippingOption } from "./contract.ts";

export type ShippingMethod = typeof shippingMethods.$inferSelect;

export interface ShippingMethodDraft {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Minor units of the store's currency. */
  readonly amount: number;
  /** A subtotal from which it costs nothing; null for never. */
  readonly freeFrom: number | null;
  /** Empty: wherever the store ships. */
  readonly countries: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
  readonly position: number;
}

/** Makes the method, or brings the one of the same code up to date. */
export async function saveMethod(ctx: Context, draft: ShippingMethodDraft): Promise<void> {
  const values = { ...draft, countries: [...draft.countries], currency: ctx.store.currency };
  await ctx.db
    .insert(shippingMethods)
    .values({ ...values, storeId: ctx.store.id })
    .onConflictDoUpdate({ target: [shippingMethods.storeId, shippingMethods.code], set: values });
}

/** What a method is offered for. */
export interface Parcel {
  readonly subtotal: number;
  /** Null while the buyer has not said where it goes. */
  readonly country: string | null;
}

/** Every method that goes there, in the store's order. */
export async function methodsFor(ctx: Context, parcel: Parcel): Promise<ShippingMethod[]> {
  const methods = await ctx.db
    .select()
    .from(shippingMethods)
    .where(and(eq(shippingMethods.storeId, ctx.store.id), eq(shippingMethods.isActive, true)))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id));
  return methods.filter((method) => serves(method, parcel));
}

export const serves = (method: ShippingMethod, { country }: Parcel): boolean =>
  method.isActive &&
  (country === null || method.countries.length === 0 || method.countries.includes(country));

export const priceFor = (method: ShippingMethod, { subtotal }: Parcel): number =>
  method.freeFrom !== null && subtotal >= method.freeFrom ? 0 : method.amount;

export const optionOf = (method: ShippingMethod, parcel: Parcel): ShippingOption => ({
  code: method.code,
  name: method.name,
  description: method.description,
  price: money(priceFor(method, parcel), method.currency),
  min_days: method.minDays,
  max_days: method.maxDays,
});
