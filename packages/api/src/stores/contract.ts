/** The shop itself, as a storefront needs to know it. */
import * as z from "zod";
import { CountryCode, CurrencyCode } from "../kernel/contract.ts";

export const Store = z
  .object({
    name: z.string(),
    slug: z.string(),
    currency: CurrencyCode,
    currencies: z.array(CurrencyCode).describe("What the catalogue may be asked in, its own first"),
    locales: z.array(z.string()).describe("What the catalogue may be read in, its own first"),
    prices_include_tax: z.boolean(),
    shipping_countries: z.array(CountryCode).describe("Where the store ships to"),
  })
  .meta({ id: "Store" });
export type Store = z.infer<typeof Store>;

/** Languages and currencies beside the store's own. */
const MAX_EXTRA = 50;

export const Settings = z
  .object({
    currency: CurrencyCode.describe("The store's own; carts and orders are in it"),
    currencies: z.array(CurrencyCode).describe("Prices may be set in these beside its own"),
    default_locale: z.string().describe("The language of the catalogue itself, BCP 47"),
    locales: z.array(z.string()).describe("It is translated to these beside its own"),
    low_stock_threshold: z
      .int()
      .describe("Fewer units than this are a low stock, unless a variant has its own number"),
    moderates_reviews: z.boolean().describe("Reviews wait for staff before they are shown"),
    prices_include_tax: z.boolean().describe("Cannot be changed"),
    prices_include_tax_reason: z.string().describe("Why it cannot be changed"),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, "Use a BCP 47 tag, such as fr-CA.");

export const UpdateSettingsInput = z.strictObject({
  currencies: z.array(CurrencyCode).max(MAX_EXTRA, `Use at most ${MAX_EXTRA}.`).optional(),
  locales: z.array(Locale).max(MAX_EXTRA, `Use at most ${MAX_EXTRA}.`).optional(),
  low_stock_threshold: z.int("Use a whole number.").min(0).max(1_000_000).optional(),
  moderates_reviews: z.boolean().optional(),
});
export type UpdateSettingsInput = z.infer<typeof UpdateSettingsInput>;
