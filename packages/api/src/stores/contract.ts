/** The shop itself, as a storefront needs to know it. */
import * as z from "zod";
import { CountryCode, CurrencyCode } from "../kernel/contract.ts";

export const Store = z
  .object({
    name: z.string(),
    slug: z.string(),
    currency: CurrencyCode,
    prices_include_tax: z.boolean(),
    shipping_countries: z.array(CountryCode).describe("Where the store ships to"),
  })
  .meta({ id: "Store" });
export type Store = z.infer<typeof Store>;
