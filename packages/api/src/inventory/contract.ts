/** Stock as shoppers are told of it, and as staff sees and changes it: levels, movements, what explains them. */
import * as z from "zod";
import { Id, PageInput, pageOf, Text, Timestamp } from "../kernel/contract.ts";
import { BundleComponent } from "./bundles/contract.ts";

/** The databases count stock in 32 bits, and its sums must fit too. */
export const MAX_UNITS = 1_000_000_000;
/** Rows of one batch. */
export const MAX_BATCH_ROWS = 500;

export const Units = z
  .int("Use a whole number.")
  .min(0, "Must not be negative.")
  .max(MAX_UNITS, "This number is too large.");
export const SomeUnits = z
  .int("Use a whole number.")
  .min(1, "Must be at least 1.")
  .max(1_000_000, "Must be at most 1000000.");

export const Note = Text(500).describe("Why, in words; it stands in the history");

export const LocationName = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  is_active: z.boolean(),
});

export const StockedVariant = z.object({
  id: Id,
  sku: z.string().nullable(),
  title: z.string(),
  product_id: Id,
  product_title: z.string(),
});

export const StockStatus = z.enum([
  "in_stock",
  "low_stock",
  "preorder",
  "backorder",
  "out_of_stock",
]);
export type StockStatus = z.infer<typeof StockStatus>;

export const Stock = z
  .object({
    status: StockStatus,
    available: z
      .int()
      .min(0)
      .nullable()
      .describe(
        "Units that can be bought, pre-orders and back-orders included; null when not counted",
      ),
    on_shelf: z
      .int()
      .min(0)
      .nullable()
      .describe("The part of them that is sent at once; null when not counted"),
    ships_at: Timestamp.nullable().describe(
      "When those beyond the shelf are sent, where they are a pre-order; else null",
    ),
  })
  .meta({ id: "Stock" });
export type Stock = z.infer<typeof Stock>;

export const StockLevel = z
  .object({
    id: Id,
    variant: StockedVariant,
    location: LocationName,
    on_hand: z.int().describe("Units on the shelf"),
    reserved: z.int().describe("Held for payments under way, or by staff"),
    allocated: z.int().describe("Sold and not yet shipped"),
    available: z.int().describe("What may still be promised, back-orders included"),
    incoming: z.int().describe("On its way here by transfer"),
    backorder_limit: z.int().describe("Units that may be sold beyond what is on hand"),
    low_stock_threshold: z.int(),
    updated_at: Timestamp,
  })
  .meta({ id: "StockLevel" });
export type StockLevel = z.infer<typeof StockLevel>;

export const ListLevelsInput = z.strictObject({
  ...PageInput.shape,
  location_id: Id.optional(),
  low: z.boolean().optional().describe("Only where fewer are on the shelf than the threshold"),
  out: z.boolean().optional().describe("Only where nothing can be promised"),
  preorder: z
    .boolean()
    .optional()
    .describe("Only where none is free on the shelf, and what is sold ahead has its day to come"),
  backorder: z
    .boolean()
    .optional()
    .describe("Only where none is free on the shelf, and some is sold ahead without such a day"),
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("The beginning of a SKU or of a variant's title; else words to search products for"),
});
export type ListLevelsInput = z.infer<typeof ListLevelsInput>;

export const StockLevelPage = pageOf(StockLevel);
export type StockLevelPage = z.infer<typeof StockLevelPage>;

export const VariantStock = z
  .object({
    ...StockedVariant.shape,
    tracks_inventory: z.boolean(),
    available: z.int().describe("Over all active locations; of a bundle, by its components"),
    on_shelf: z.int(),
    low_stock_threshold: z.int().nullable().describe("Null: the store's own number holds"),
    preorder_ships_at: Timestamp.nullable(),
    components: z.array(BundleComponent).describe("Of a bundle; it has no levels of its own"),
    levels: z.array(StockLevel),
    waiting: z.int().describe("People who want a mail when it is back"),
  })
  .meta({ id: "VariantStock" });
export type VariantStock = z.infer<typeof VariantStock>;

export const BundleStock = z
  .object({
    variant: StockedVariant,
    available: z.int().describe("As many as its scarcest component allows"),
    components: z.array(BundleComponent),
  })
  .meta({ id: "BundleStock" });
export type BundleStock = z.infer<typeof BundleStock>;

export const ListBundlesInput = z.strictObject(PageInput.shape);
export type ListBundlesInput = z.infer<typeof ListBundlesInput>;

export const BundlePage = pageOf(BundleStock);
export type BundlePage = z.infer<typeof BundlePage>;

export const VariantStockRef = z.strictObject({ variant_id: Id });
export type VariantStockRef = z.infer<typeof VariantStockRef>;

export const UpdateVariantStockInput = z.strictObject({
  variant_id: Id,
  low_stock_threshold: Units.nullable().optional(),
  preorder_ships_at: Timestamp.nullable()
    .optional()
    .describe(
      "A day to come: until then what is not on the shelf is a pre-order, up to the back-order limit",
    ),
});
export type UpdateVariantStockInput = z.infer<typeof UpdateVariantStockInput>;

export const UpdateLevelInput = z.strictObject({ id: Id, backorder_limit: Units });
export type UpdateLevelInput = z.infer<typeof UpdateLevelInput>;

const change = {
  variant_id: Id,
  location_id: Id.optional().describe("The first active location unless said"),
  reference: Text(200).optional().describe("What caused it, such as a delivery note"),
};

export const ReceiveInput = z.strictObject({
  ...change,
  quantity: SomeUnits,
  note: Note.optional(),
});
export type ReceiveInput = z.infer<typeof ReceiveInput>;

export const AdjustInput = z.strictObject({
  ...change,
  delta: z
    .int("Use a whole number.")
    .min(-1_000_000, "Must be at least -1000000.")
    .max(1_000_000, "Must be at most 1000000.")
    .refine((delta) => delta !== 0, "Must not be 0."),
  note: Note,
});
export type AdjustInput = z.infer<typeof AdjustInput>;

export const CountInput = z.strictObject({ ...change, on_hand: Units, note: Note.optional() });
export type CountInput = z.infer<typeof CountInput>;

const ofOrder = {
  order: Text(40).describe("The order's number or id"),
  variant_id: Id,
  quantity: SomeUnits,
  note: Note.optional(),
};

export const ShipInput = z.strictObject(ofOrder);
export type ShipInput = z.infer<typeof ShipInput>;

export const DeallocateInput = z.strictObject(ofOrder);
export type DeallocateInput = z.infer<typeof DeallocateInput>;

export const ReturnInput = z.strictObject({ ...ofOrder, location_id: change.location_id });
export type ReturnInput = z.infer<typeof ReturnInput>;

export const ChangedLevels = z.object({ levels: z.array(StockLevel) });
export type ChangedLevels = z.infer<typeof ChangedLevels>;

const BatchRow = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("receive"), ...ReceiveInput.shape }),
  z.strictObject({ type: z.literal("adjust"), ...AdjustInput.shape }),
  z.strictObject({ type: z.literal("count"), ...CountInput.shape }),
]);
export type BatchRow = z.infer<typeof BatchRow>;

export const BatchInput = z.strictObject({
  rows: z.array(BatchRow).min(1).max(MAX_BATCH_ROWS, `Use at most ${MAX_BATCH_ROWS} rows.`),
});
export type BatchInput = z.infer<typeof BatchInput>;

export const BatchResult = z
  .object({
    done: z.int(),
    errors: z.array(
      z.object({
        row: z.int().describe("Counted from 0"),
        code: z.string(),
        detail: z.string(),
        errors: z.record(z.string(), z.array(z.string())),
      }),
    ),
  })
  .meta({ id: "StockBatchResult", description: "Each row is a change of its own." });
export type BatchResult = z.infer<typeof BatchResult>;

export const MovementType = z.enum([
  "receive",
  "adjust",
  "count",
  "reserve",
  "release",
  "allocate",
  "deallocate",
  "ship",
  "return",
  "transfer_out",
  "transfer_in",
]);
export type MovementType = z.infer<typeof MovementType>;

const Three = z.object({ on_hand: z.int(), reserved: z.int(), allocated: z.int() });

export const StockMovement = z
  .object({
    id: Id,
    level_id: Id,
    location: LocationName,
    type: MovementType,
    change: Three,
    balance: Three.describe("What the level held after it"),
    reference: z.string(),
    order_number: z.string().nullable().describe("Of the order that it was moved for"),
    note: z.string(),
    actor: z.string().nullable().describe("Who moved it; null: the shop itself, or somebody gone"),
    created_at: Timestamp,
  })
  .meta({ id: "StockMovement" });
export type StockMovement = z.infer<typeof StockMovement>;

export const ListMovementsInput = z.strictObject({
  ...PageInput.shape,
  variant_id: Id,
  location_id: Id.optional(),
  type: MovementType.optional(),
});
export type ListMovementsInput = z.infer<typeof ListMovementsInput>;

export const StockMovementPage = pageOf(StockMovement);
export type StockMovementPage = z.infer<typeof StockMovementPage>;

export const StockVerdict = z
  .object({
    ok: z.boolean(),
    levels: z.int().describe("Levels that were looked at"),
    problems: z
      .array(z.object({ level_id: Id, problem: z.string() }))
      .describe("At most 20 of them"),
  })
  .meta({ id: "StockVerdict" });
export type StockVerdict = z.infer<typeof StockVerdict>;
