/** The tenants: opening a store, finding it, showing it. */
import type { Db } from "@souk/db";
import { stores } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import type { Context, StoreInfo } from "../kernel/context.ts";
import { isCurrency } from "../kernel/money.ts";
import type { Store } from "./contract.ts";
import { infoOf } from "./info.ts";

export { settings, updateSettings } from "./settings.ts";

export function current({ store }: Context): Store {
  return {
    name: store.name,
    slug: store.slug,
    currency: store.currency,
    currencies: [store.currency, ...store.currencies],
    locales: [store.defaultLocale, ...store.locales],
    prices_include_tax: store.pricesIncludeTax,
    shipping_countries: [...store.shippingCountries],
  };
}

export interface NewStore {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly taxRateBasisPoints: number;
  readonly shippingCountries: readonly string[];
  readonly orderNumberPrefix: string;
  /** Unless said: English, no translations, no other currencies, 5, reviews wait for staff. */
  readonly defaultLocale?: string;
  readonly locales?: readonly string[];
  readonly currencies?: readonly string[];
  readonly lowStockThreshold?: number;
  readonly moderatesReviews?: boolean;
}

/** On the system's handle: a store that does not exist yet has no handle of its own. */
export async function open(system: Db, store: NewStore): Promise<StoreInfo> {
  const { shippingCountries, locales = [], currencies = [], ...terms } = store;
  for (const currency of [store.currency, ...currencies]) {
    if (!isCurrency(currency)) throw new Error(`unknown currency ${currency}`);
  }
  const [row] = await system
    .insert(stores)
    .values({
      ...terms,
      shippingCountries: [...shippingCountries],
      locales: [...locales],
      currencies: [...currencies],
    })
    .returning();
  if (row === undefined) throw new Error("the store was not stored");
  return infoOf(row);
}

export async function findBySlug(system: Db, slug: string): Promise<StoreInfo | null> {
  const [row] = await system.select().from(stores).where(eq(stores.slug, slug));
  return row === undefined ? null : infoOf(row);
}

export interface SignInPolicy {
  /** Staff may act only with a second factor. */
  readonly staffNeedsSecondFactor: boolean;
}

export async function signInPolicy({ db, store }: Context): Promise<SignInPolicy> {
  const [row] = await db
    .select({ staffNeedsSecondFactor: stores.staffNeedsSecondFactor })
    .from(stores)
    .where(eq(stores.id, store.id));
  return { staffNeedsSecondFactor: row?.staffNeedsSecondFactor ?? false };
}

/** False: it was so already. */
export async function setSignInPolicy(
  { db, store }: Context,
  { staffNeedsSecondFactor }: SignInPolicy,
): Promise<boolean> {
  const changed = await db
    .update(stores)
    .set({ staffNeedsSecondFactor })
    .where(and(eq(stores.id, store.id), eq(stores.staffNeedsSecondFactor, !staffNeedsSecondFactor)))
    .returning({ id: stores.id });
  return changed.length > 0;
}
