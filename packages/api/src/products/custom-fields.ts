/**
 * Fields that this shop gives its products and variants beside those that every shop has. Declared
 * here and nowhere else: input, answers, OpenAPI and the client's types follow. Each of them may be
 * left out; shoppers see all of them. Pure zod: safe in a browser.
 */
import * as z from "zod";
import { CountryCode, Text } from "../kernel/contract.ts";

const productFields = {
  care_instructions: Text(2000).describe("How to wash, clean or store it"),
  country_of_origin: CountryCode.describe("Where it was made, ISO 3166-1 alpha-2"),
};

const variantFields = {
  hs_code: z
    .string()
    .regex(/^\d{6}(\d{2}){0,2}$/, "Use the 6, 8 or 10 digits of a customs tariff number.")
    .describe("Customs tariff number"),
};

/** As they are given: what is not declared is refused by name. */
export const ProductCustomFieldsInput = z.strictObject(productFields).partial();
export const VariantCustomFieldsInput = z.strictObject(variantFields).partial();

/** As they are shown. */
export const ProductCustomFields = z
  .object(productFields)
  .partial()
  .meta({ id: "ProductCustomFields" });
export type ProductCustomFields = z.infer<typeof ProductCustomFields>;

export const VariantCustomFields = z
  .object(variantFields)
  .partial()
  .meta({ id: "VariantCustomFields" });
export type VariantCustomFields = z.infer<typeof VariantCustomFields>;
