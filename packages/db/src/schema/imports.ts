/** Imports under way and done: how far they are, and what was wrong in which row. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { assetsTable } from "./assets.ts";
import { storesTable } from "./stores.ts";

export const importFormats = ["shopify_csv", "jsonl", "mapped_json"] as const;
export const importStatuses = ["queued", "running", "finished", "failed", "canceled"] as const;

export const importJobsTable = defineTable(
  "import_jobs",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    format: column.oneOf(importFormats).notNull(),
    /** The uploaded file. */
    assetId: column
      .uuid()
      .notNull()
      .references(() => assetsTable),
    /** Only says what it would do. */
    isDryRun: column.boolean().notNull(),
    /** The mapping of `mapped_json`; null for the others. */
    mapping: column.json<object>(),
    status: column.oneOf(importStatuses).notNull(),
    /** Why it failed as a whole. */
    failure: column.text(),
    /** Records of the file; null until it was read once. */
    total: column.integer(),
    /** Records done: after a crash it goes on behind them. */
    processed: column
      .integer()
      .notNull()
      .init(() => 0),
    created: column
      .integer()
      .notNull()
      .init(() => 0),
    updated: column
      .integer()
      .notNull()
      .init(() => 0),
    unchanged: column
      .integer()
      .notNull()
      .init(() => 0),
    refused: column
      .integer()
      .notNull()
      .init(() => 0),
    /** The node that works on it right now, and until when it may. */
    leaseHolder: column.text(),
    leaseUntil: column.timestamp(),
    /** The user or API key. */
    createdBy: column.uuid(),
    createdAt: column.createdAt(),
    startedAt: column.timestamp(),
    finishedAt: column.timestamp(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      newest: { on: ["storeId", "id"] },
      waiting: { on: ["storeId", "status", "id"], where: "status in ('queued', 'running')" },
    },
    checks: {
      format_known: oneOfCheck("format", importFormats),
      status_known: oneOfCheck("status", importStatuses),
      counts_positive:
        "processed >= 0 and created >= 0 and updated >= 0 and unchanged >= 0 and refused >= 0",
    },
  },
);

export const importProblemsTable = defineTable(
  "import_problems",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    jobId: column
      .uuid()
      .notNull()
      .references(() => importJobsTable, "cascade"),
    /** As people count them in the file: the first line is 1. */
    row: column.integer().notNull(),
    /** Column or field; "" where it concerns the whole row. */
    column: column.text().notNull(),
    message: column.text().notNull(),
  },
  { indexes: { row: { on: ["storeId", "jobId", "row", "id"] } } },
);

export const importJobs = importJobsTable.pg;
export const importProblems = importProblemsTable.pg;
