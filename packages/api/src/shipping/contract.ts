/** Ways of getting a parcel to its buyer. */
import * as z from "zod";
import { Money } from "../kernel/contract.ts";

export const ShippingOption = z
  .object({
    code: z.string(),
    name: z.string(),
    description: z.string(),
    price: Money.describe("What this cart would pay, tax included where the store's prices are"),
    min_days: z.int(),
    max_days: z.int(),
  })
  .meta({ id: "ShippingOption" });
export type ShippingOption = z.infer<typeof ShippingOption>;

export const ShippingOptionList = z.object({ items: z.array(ShippingOption) });
export type ShippingOptionList = z.infer<typeof ShippingOptionList>;
