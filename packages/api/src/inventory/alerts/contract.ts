/** Somebody wants to hear when a variant is back. */
import * as z from "zod";
import { Email } from "../../authentication/contract.ts";
import { Id, Timestamp } from "../../kernel/contract.ts";
import { StockedVariant } from "../contract.ts";

/** Wishes of one address that wait at once. */
export const MAX_WAITING = 50;

export const SubscribeInput = z.strictObject({
  variant_id: Id,
  email: Email.optional().describe("Needed of guests; an account's own address otherwise"),
});
export type SubscribeInput = z.infer<typeof SubscribeInput>;

export const UnsubscribeInput = z.strictObject({ token: z.string().min(1).max(200) });
export type UnsubscribeInput = z.infer<typeof UnsubscribeInput>;

export const StockAlert = z
  .object({
    id: Id,
    variant_id: Id,
    product_slug: z.string(),
    title: z.string(),
    variant_title: z.string(),
    created_at: Timestamp,
  })
  .meta({ id: "StockAlert" });
export type StockAlert = z.infer<typeof StockAlert>;

export const StockAlertList = z.object({ items: z.array(StockAlert) });
export type StockAlertList = z.infer<typeof StockAlertList>;

export const StockAlertRef = z.strictObject({ id: Id });
export type StockAlertRef = z.infer<typeof StockAlertRef>;

/** Variants of which staff is told how many wait, the most wanted ones. */
export const MAX_WANTED = 100;

export const WantedVariant = z
  .object({
    variant: StockedVariant,
    waiting: z.int().describe("People who want a mail when it is back"),
    since: Timestamp.describe("When the first of them asked"),
  })
  .meta({ id: "WantedVariant" });
export type WantedVariant = z.infer<typeof WantedVariant>;

export const WantedVariantList = z.object({ items: z.array(WantedVariant) });
export type WantedVariantList = z.infer<typeof WantedVariantList>;
