/** Stock on its way between two locations: written, sent, received or canceled. */
import * as z from "zod";
import { Id, OptionalText, PageInput, pageOf, Timestamp } from "../../kernel/contract.ts";

const MAX_LINES = 200;
const MAX_LINE_UNITS = 1_000_000;

export const TransferStatus = z.enum(["draft", "sent", "received", "canceled"]);
export type TransferStatus = z.infer<typeof TransferStatus>;

const End = z.object({ id: Id, code: z.string(), name: z.string() });

export const TransferLine = z.object({
  variant_id: Id,
  sku: z.string().nullable(),
  title: z.string(),
  variant_title: z.string(),
  quantity: z.int(),
  received: z.int(),
  lost: z.int().describe("Sent and not arrived; known once it is received"),
});
export type TransferLine = z.infer<typeof TransferLine>;

const identity = {
  id: Id,
  number: z.string().describe("What people call it, such as TR-1001"),
  status: TransferStatus,
  from: End,
  to: End,
  note: z.string(),
  created_at: Timestamp,
  sent_at: Timestamp.nullable(),
  received_at: Timestamp.nullable(),
};

export const TransferSummary = z
  .object({ ...identity, line_count: z.int(), units: z.int() })
  .meta({ id: "StockTransferSummary" });
export type TransferSummary = z.infer<typeof TransferSummary>;

export const Transfer = z
  .object({ ...identity, lines: z.array(TransferLine) })
  .meta({ id: "StockTransfer" });
export type Transfer = z.infer<typeof Transfer>;

export const ListTransfersInput = z.strictObject({
  ...PageInput.shape,
  status: TransferStatus.optional(),
});
export type ListTransfersInput = z.infer<typeof ListTransfersInput>;

export const TransferPage = pageOf(TransferSummary);
export type TransferPage = z.infer<typeof TransferPage>;

export const TransferRef = z.strictObject({ id: Id });
export type TransferRef = z.infer<typeof TransferRef>;

const TOO_MANY = `Must be at most ${MAX_LINE_UNITS}.`;

const Lines = z
  .array(
    z.strictObject({
      variant_id: Id,
      quantity: z
        .int("Use a whole number.")
        .min(1, "Must be at least 1.")
        .max(MAX_LINE_UNITS, TOO_MANY),
    }),
  )
  .min(1, "Transfer something.")
  .max(MAX_LINES, `Use at most ${MAX_LINES} lines.`);

export const CreateTransferInput = z.strictObject({
  from_location_id: Id,
  to_location_id: Id,
  note: OptionalText(500).default(""),
  lines: Lines,
});
export type CreateTransferInput = z.infer<typeof CreateTransferInput>;

export const UpdateTransferInput = z.strictObject({
  id: Id,
  from_location_id: Id.optional(),
  to_location_id: Id.optional(),
  note: OptionalText(500).optional(),
  lines: Lines.optional().describe("Instead of all lines of before"),
});
export type UpdateTransferInput = z.infer<typeof UpdateTransferInput>;

export const ReceiveTransferInput = z.strictObject({
  id: Id,
  lines: z
    .array(
      z.strictObject({
        variant_id: Id,
        received: z
          .int("Use a whole number.")
          .min(0, "Must not be negative.")
          .max(MAX_LINE_UNITS, TOO_MANY),
      }),
    )
    .max(MAX_LINES)
    .default([])
    .describe("Lines that did not arrive whole; all others did"),
});
export type ReceiveTransferInput = z.infer<typeof ReceiveTransferInput>;
