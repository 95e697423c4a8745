/** The tenants themselves and their counters. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";

export const storesTable = defineTable(
  "stores",
  {
    id: column.id(),
    slug: column.text().notNull(),
    name: column.text().notNull(),
    currency: column.text().notNull(),
    pricesIncludeTax: column.boolean().notNull(),
    taxRateBasisPoints: column.integer().notNull(),
    shippingCountries: column.json<string[]>().notNull(),
    orderNumberPrefix: column.text().notNull(),
    /** Staff may act only with a second factor. */
    staffNeedsSecondFactor: column.boolean().notNull().backfill(false),
    /** The language of the catalogue itself, BCP 47. */
    defaultLocale: column.text().notNull().backfill("en"),
    /** Languages that it is translated to; null: none. */
    locales: column.json<string[]>(),
    /** Currencies that prices may be set in beside the store's own; null: none. */
    currencies: column.json<string[]>(),
    /** Fewer available units of a variant than this are a low stock, unless it has its own number. */
    lowStockThreshold: column.integer().notNull().backfill(5),
    /** Whether reviews wait for staff before they are shown. */
    moderatesReviews: column.boolean().notNull().backfill(true),
    createdAt: column.createdAt(),
  },
  {
    tenant: false,
    indexes: { slug_unique: { on: ["slug"], unique: true } },
    checks: { tax_rate_range: "tax_rate_basis_points between 0 and 10000" },
  },
);

/** Numbers that people see, such as order numbers: rising, one row each. */
export const storeCountersTable = defineTable(
  "store_counters",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable, "cascade"),
    name: column.text().notNull(),
    value: column.minorUnits().notNull(),
  },
  { indexes: { name_unique: { on: ["storeId", "name"], unique: true } } },
);

export const stores = storesTable.pg;
export const storeCounters = storeCountersTable.pg;
