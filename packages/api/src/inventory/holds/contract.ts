/** Units held for a while: for somebody at the counter, a quote, a program's own checkout. */
import * as z from "zod";
import { Id, PageInput, pageOf, Quantity, Text, Timestamp } from "../../kernel/contract.ts";
import { LocationName, StockedVariant } from "../contract.ts";

export const MAX_HOLD_MINUTES = 1440;
const MAX_LINES = 100;

export const HoldInput = z.strictObject({
  lines: z
    .array(z.strictObject({ variant_id: Id, quantity: Quantity }))
    .min(1, "Hold something.")
    .max(MAX_LINES, `Use at most ${MAX_LINES} lines.`),
  minutes: z
    .int("Use a whole number.")
    .min(1, "Must be at least 1.")
    .max(MAX_HOLD_MINUTES, `Must be at most ${MAX_HOLD_MINUTES}.`),
  reference: Text(200).describe("What it is held for"),
});
export type HoldInput = z.infer<typeof HoldInput>;

export const Hold = z
  .object({
    id: Id,
    expires_at: Timestamp.describe("It is let go within seconds after that"),
    reference: z.string(),
    lines: z.array(z.object({ variant_id: Id, location_id: Id, quantity: z.int() })),
  })
  .meta({ id: "StockHold" });
export type Hold = z.infer<typeof Hold>;

export const HoldRef = z.strictObject({ id: Id });
export type HoldRef = z.infer<typeof HoldRef>;

export const OpenHold = z
  .object({
    id: Id,
    expires_at: Timestamp,
    reference: z.string(),
    lines: z.array(
      z.object({ variant: StockedVariant, location: LocationName, quantity: z.int() }),
    ),
  })
  .meta({ id: "OpenStockHold" });
export type OpenHold = z.infer<typeof OpenHold>;

export const OpenHoldPage = pageOf(OpenHold);
export type OpenHoldPage = z.infer<typeof OpenHoldPage>;

export const ListHoldsInput = z.strictObject(PageInput.shape);
export type ListHoldsInput = z.infer<typeof ListHoldsInput>;
