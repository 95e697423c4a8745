/** Uploaded files. The bytes lie in the storage; here is what is known of them. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

/** Who may take it: staff for the catalogue, a customer for one review. */
export const assetPurposes = ["catalog", "review", "import"] as const;

export const assetsTable = defineTable(
  "assets",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    purpose: column.oneOf(assetPurposes).notNull(),
    /** Of the original in the storage; invented by us. */
    storageKey: column.text().notNull(),
    /** What the content was found to be, whatever the upload said. */
    contentType: column.text().notNull(),
    bytes: column.integer().notNull(),
    /** Null for what is no picture. */
    width: column.integer(),
    height: column.integer(),
    /** Widths that the picture was resized to, in pixels. */
    widths: column.json<number[]>().notNull(),
    /** Of the original: the same file is kept once. */
    sha256: column.text().notNull(),
    /** As the uploader called it; shown, never used as a path. */
    fileName: column.text().notNull(),
    /** The user or API key; null after the person was erased. */
    uploadedBy: column.uuid(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      key_unique: { on: ["storeId", "storageKey"], unique: true },
      content: { on: ["storeId", "purpose", "sha256"] },
      newest: { on: ["storeId", "purpose", "id"] },
      uploader: { on: ["storeId", "uploadedBy"] },
    },
    checks: {
      purpose_known: oneOfCheck("purpose", assetPurposes),
      bytes_positive: "bytes > 0",
    },
  },
);

export const assets = assetsTable.pg;
