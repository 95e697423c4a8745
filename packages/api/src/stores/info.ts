/** A store's row as the rest of Souk knows it. */
import type { stores } from "@souk/db/schema";
import type { StoreInfo } from "../kernel/context.ts";

export const infoOf = (row: typeof stores.$inferSelect): StoreInfo => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  currency: row.currency,
  pricesIncludeTax: row.pricesIncludeTax,
  taxRateBasisPoints: row.taxRateBasisPoints,
  shippingCountries: row.shippingCountries,
  orderNumberPrefix: row.orderNumberPrefix,
  defaultLocale: row.defaultLocale,
  locales: row.locales ?? [],
  currencies: row.currencies ?? [],
  lowStockThreshold: row.lowStockThreshold,
  moderatesReviews: row.moderatesReviews,
});
