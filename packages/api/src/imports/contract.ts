/** Taking products in from files, and giving them out. */
import * as z from "zod";
import { Id, PageInput, pageOf, Timestamp } from "../kernel/contract.ts";

const Path = z
  .string()
  .min(1)
  .max(200)
  .describe("Where it lies in a record, such as `meta.barcode`");

export const MappingRule = z.union([
  Path,
  z.strictObject({
    from: z
      .union([Path, z.array(Path).min(1).max(5)])
      .describe("Several are put one behind the other, parted by spaces"),
    as: z
      .enum(["text", "slug", "title_case", "paragraph"])
      .optional()
      .describe("How a text is written: `paragraph` makes harmless HTML of it"),
    times: z.number().positive().max(1_000_000).optional().describe("Of a number: 10 for cm to mm"),
    before_discount: Path.optional().describe(
      "Of an amount: the percentage that was taken off it, to answer what it was before",
    ),
  }),
  z.strictObject({
    value: z.union([z.string().max(1000), z.number()]).describe("For each record"),
  }),
]);
export type MappingRule = z.infer<typeof MappingRule>;

/** Where each field of a product is found in a record of somebody else's JSON. */
export const Mapping = z
  .strictObject({
    product: z.strictObject({
      slug: MappingRule,
      title: MappingRule,
      price: MappingRule.describe("A decimal such as 19.99, in the store's currency"),
      subtitle: MappingRule.optional(),
      vendor: MappingRule.optional(),
      product_type: MappingRule.optional(),
      description_html: MappingRule.optional(),
      category: MappingRule.optional().describe("A slug; the category is made if it is not there"),
      category_name: MappingRule.optional().describe("Of a category that is made"),
      tags: MappingRule.optional(),
      pictures: MappingRule.optional().describe("Addresses of pictures"),
      sku: MappingRule.optional(),
      barcode: MappingRule.optional(),
      compare_at: MappingRule.optional(),
      weight_grams: MappingRule.optional(),
      on_hand: MappingRule.optional(),
    }),
    reviews: z
      .strictObject({
        each: Path.describe("Where the list of them lies; the other paths begin at one of it"),
        rating: Path,
        body: Path,
        author_name: Path,
        written_at: Path.describe("An instant, ISO 8601"),
        title: Path.optional(),
      })
      .optional()
      .describe("Reviews that were written elsewhere: published, and not of a verified purchase"),
  })
  .meta({ id: "ImportMapping" });
export type Mapping = z.infer<typeof Mapping>;

export const ImportFormat = z.enum(["shopify_csv", "jsonl", "mapped_json"]);
export type ImportFormat = z.infer<typeof ImportFormat>;

export const ImportStatus = z.enum(["queued", "running", "finished", "failed", "canceled"]);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const ImportJob = z
  .object({
    id: Id,
    format: ImportFormat,
    asset_id: Id.describe("The file: another import can be started of it"),
    mapping: Mapping.nullable().describe("Of `mapped_json`; null for the others"),
    file_name: z.string(),
    is_dry_run: z.boolean().describe("Judges everything and keeps nothing"),
    status: ImportStatus,
    failure: z.string().nullable().describe("Why it failed as a whole"),
    total: z.int().nullable().describe("Records of the file; null until they are counted"),
    processed: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    refused: z.int().describe("Records that are not in; the problems say why"),
    created_at: Timestamp,
    started_at: Timestamp.nullable(),
    finished_at: Timestamp.nullable(),
  })
  .meta({ id: "ImportJob" });
export type ImportJob = z.infer<typeof ImportJob>;

export const ImportPage = pageOf(ImportJob);
export type ImportPage = z.infer<typeof ImportPage>;

export const ListImportsInput = z.strictObject({ ...PageInput.shape });
export type ListImportsInput = z.infer<typeof ListImportsInput>;

export const StartImportInput = z.strictObject({
  asset_id: Id.describe("The uploaded file"),
  format: ImportFormat,
  mapping: Mapping.optional().describe("For `mapped_json`"),
  dry_run: z.boolean().default(false),
});
export type StartImportInput = z.infer<typeof StartImportInput>;

export const ImportRef = z.strictObject({ id: Id });
export type ImportRef = z.infer<typeof ImportRef>;

export const ImportProblem = z
  .object({
    row: z.int().describe("As people count them in the file: the first line is 1"),
    column: z.string().describe("The column or field; empty where it concerns the whole row"),
    message: z.string(),
  })
  .meta({ id: "ImportProblem" });
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportProblemsInput = z.strictObject({ ...ImportRef.shape, ...PageInput.shape });
export type ImportProblemsInput = z.infer<typeof ImportProblemsInput>;

export const ImportProblemPage = pageOf(ImportProblem);
export type ImportProblemPage = z.infer<typeof ImportProblemPage>;

/** One file; the command line takes larger ones. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;

export const UploadImportInput = z.strictObject({
  file: z
    .file("Send a file.")
    .min(1, "The file is empty.")
    .max(MAX_IMPORT_BYTES, `A file may have ${MAX_IMPORT_BYTES} bytes at most.`)
    .describe("A file of products"),
  file_name: z.string().max(1000).optional().describe("Instead of the file's own name"),
});
export type UploadImportInput = z.infer<typeof UploadImportInput>;

export const ImportFile = z
  .object({ asset_id: Id, file_name: z.string(), bytes: z.int() })
  .meta({ id: "ImportFile" });
export type ImportFile = z.infer<typeof ImportFile>;

export const ExportFormat = z.enum(["shopify_csv", "jsonl"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const ExportInput = z.strictObject({
  format: ExportFormat,
  cursor: z.string().max(500).optional().describe("`next_cursor` of the part before"),
});
export type ExportInput = z.infer<typeof ExportInput>;

/** A part of a file: the parts one behind the other are the whole. */
export const FilePart = z.object({
  text: z.string(),
  next_cursor: z.string().nullable().describe("Null with the last part"),
});
export type FilePart = z.infer<typeof FilePart>;
