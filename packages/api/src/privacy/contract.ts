/** A person's data on the wire: all that is held of them, and its end. */
import * as z from "zod";
import { Id, Timestamp } from "../kernel/contract.ts";

export const PersonalData = z
  .object({
    exported_at: Timestamp,
    store: z.string(),
    categories: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .describe("Category, such as `orders`, to all that is held in it"),
  })
  .meta({ id: "PersonalData" });
export type PersonalData = z.infer<typeof PersonalData>;

export const EraseMeInput = z.strictObject({
  confirm: z
    .string()
    .trim()
    .max(254)
    .describe("The account's own address, typed by the person: this cannot be undone"),
});
export type EraseMeInput = z.infer<typeof EraseMeInput>;

export const PersonRef = z.strictObject({ id: Id });
export type PersonRef = z.infer<typeof PersonRef>;

export const ErasePersonInput = z.strictObject({ id: Id, confirm: EraseMeInput.shape.confirm });
export type ErasePersonInput = z.infer<typeof ErasePersonInput>;
