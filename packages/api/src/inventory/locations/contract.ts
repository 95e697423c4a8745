/** Where stock lies: warehouses, shops, shelves at a partner's. */
import * as z from "zod";
import { CountryCode, Id, Text, Timestamp } from "../../kernel/contract.ts";

/** Of one store. */
export const MAX_LOCATIONS = 100;

export const StockLocation = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    country_code: z.string().describe("Empty: not said"),
    position: z.int().describe("Locations are drawn on in this order"),
    is_active: z.boolean().describe("False: nothing is sold from it"),
    created_at: Timestamp,
  })
  .meta({ id: "StockLocation" });
export type StockLocation = z.infer<typeof StockLocation>;

export const StockLocationList = z.object({ items: z.array(StockLocation) });
export type StockLocationList = z.infer<typeof StockLocationList>;

const Code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "Use 1 to 40 letters, digits and hyphens.");
const Position = z.int("Use a whole number.").min(0).max(100_000);

export const CreateLocationInput = z.strictObject({
  code: Code,
  name: Text(120),
  country_code: CountryCode.optional(),
  position: Position.optional().describe("Behind all others unless said"),
});
export type CreateLocationInput = z.infer<typeof CreateLocationInput>;

export const UpdateLocationInput = z.strictObject({
  id: Id,
  code: Code.optional(),
  name: Text(120).optional(),
  country_code: CountryCode.optional(),
  position: Position.optional(),
  is_active: z.boolean().optional(),
});
export type UpdateLocationInput = z.infer<typeof UpdateLocationInput>;

export const LocationRef = z.strictObject({ id: Id });
export type LocationRef = z.infer<typeof LocationRef>;
