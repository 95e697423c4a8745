/** What things cost, on the wire: which price holds, price lists, and what it was before. */
import * as z from "zod";
import {
  CurrencyCode,
  Id,
  Money,
  PageInput,
  pageOf,
  Quantity,
  Text,
  Timestamp,
} from "../kernel/contract.ts";

export const PriceSource = z
  .object({
    kind: z.enum(["base", "list"]),
    name: z.string().nullable().describe("The price list's; null for the base price"),
  })
  .meta({ id: "PriceSource", description: "Where a price comes from." });
export type PriceSource = z.infer<typeof PriceSource>;

export const PriceStep = z
  .object({
    min_quantity: z.int().describe("From so many units in one line on"),
    price: Money.describe("Of each of them"),
    price_source: PriceSource,
  })
  .meta({ id: "PriceStep" });
export type PriceStep = z.infer<typeof PriceStep>;

/** Price lists of one store. */
export const MAX_PRICE_LISTS = 200;
/** Entries set in one call. */
export const MAX_ENTRIES_A_CALL = 500;
const MAX_AMOUNT = 10_000_000_000;

export const PriceList = z
  .object({
    id: Id,
    name: z.string(),
    currency: CurrencyCode,
    customer_group_id: Id.nullable().describe("Whom it is for; null: everybody"),
    customer_group_name: z.string().nullable(),
    starts_at: Timestamp.nullable(),
    ends_at: Timestamp.nullable().describe("It no longer holds from then on"),
    is_active: z.boolean(),
    entry_count: z.int(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({ id: "PriceList" });
export type PriceList = z.infer<typeof PriceList>;

export const PriceListAll = z.object({ items: z.array(PriceList) });
export type PriceListAll = z.infer<typeof PriceListAll>;

export const PriceListRef = z.strictObject({ id: Id });
export type PriceListRef = z.infer<typeof PriceListRef>;

export const CreatePriceListInput = z.strictObject({
  name: Text(120).describe("Shoppers see it as the source of a price"),
  currency: CurrencyCode.optional().describe("Default: the store's own. It stays"),
  customer_group_id: Id.nullable().default(null),
  starts_at: Timestamp.nullable().default(null),
  ends_at: Timestamp.nullable().default(null),
  is_active: z.boolean().default(true),
});
export type CreatePriceListInput = z.infer<typeof CreatePriceListInput>;

export const UpdatePriceListInput = z.strictObject({
  id: Id,
  name: Text(120).optional(),
  customer_group_id: Id.nullable().optional(),
  starts_at: Timestamp.nullable().optional(),
  ends_at: Timestamp.nullable().optional(),
  is_active: z.boolean().optional(),
});
export type UpdatePriceListInput = z.infer<typeof UpdatePriceListInput>;

export const PriceListEntry = z
  .object({
    id: Id,
    variant_id: Id,
    sku: z.string().nullable(),
    product_title: z.string(),
    variant_title: z.string(),
    min_quantity: z.int(),
    price: Money,
    base_price: Money.nullable().describe("What everybody pays; null: not sold in the currency"),
  })
  .meta({ id: "PriceListEntry" });
export type PriceListEntry = z.infer<typeof PriceListEntry>;

export const ListEntriesInput = z.strictObject({
  id: Id,
  ...PageInput.shape,
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("Words of a product, or how a SKU of it begins: only what the list has of such"),
});
export type ListEntriesInput = z.infer<typeof ListEntriesInput>;

export const EntryPage = pageOf(PriceListEntry);
export type EntryPage = z.infer<typeof EntryPage>;

export const EntryInput = z.strictObject({
  variant_id: Id.optional(),
  sku: z.string().min(1).max(255).optional().describe("Instead of `variant_id`"),
  min_quantity: Quantity.default(1),
  amount: z
    .int("Use a whole number of minor units.")
    .min(0, "Must not be negative.")
    .max(MAX_AMOUNT, "This amount is too large.")
    .nullable()
    .describe("Minor units; null removes the entry"),
});
export type EntryInput = z.infer<typeof EntryInput>;

export const SetEntriesInput = z.strictObject({
  id: Id,
  entries: z
    .array(EntryInput)
    .min(1, "Give at least one entry.")
    .max(MAX_ENTRIES_A_CALL, `Use at most ${MAX_ENTRIES_A_CALL} entries.`),
});
export type SetEntriesInput = z.infer<typeof SetEntriesInput>;

export const EntriesSet = z
  .object({ saved: z.int(), removed: z.int(), unchanged: z.int() })
  .meta({ id: "PriceListEntriesSet" });
export type EntriesSet = z.infer<typeof EntriesSet>;

export const PriceHistoryInput = z.strictObject({
  variant_id: Id,
  currency: CurrencyCode.optional().describe("Default: the store's own"),
  ...PageInput.shape,
});
export type PriceHistoryInput = z.infer<typeof PriceHistoryInput>;

export const PastPrice = z
  .object({
    price: Money.nullable().describe("Null: it was not for sale"),
    compare_at_price: Money.nullable(),
    valid_from: Timestamp.describe("Until the next one's"),
    reference: z.string().describe("What it came from, such as an import or a price list"),
    actor: z
      .string()
      .nullable()
      .describe("Who set it: an e-mail address or the name of an API key; null: the shop itself"),
  })
  .meta({ id: "PastPrice" });
export type PastPrice = z.infer<typeof PastPrice>;

export const PriceHistory = pageOf(PastPrice);
export type PriceHistory = z.infer<typeof PriceHistory>;
