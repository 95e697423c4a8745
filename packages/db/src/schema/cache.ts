/** Versions of what caches hold: a change raises one in its own transaction, so a cache is never late. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { storesTable } from "./stores.ts";

/** A version is the sum of its shards, so that writers rarely wait for each other. */
export const cacheVersionsTable = defineTable(
  "cache_versions",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable, "cascade"),
    /** What it is the version of, such as `catalog`. */
    scope: column.text().notNull(),
    shard: column.integer().notNull(),
    value: column.minorUnits().notNull(),
  },
  { indexes: { shard_unique: { on: ["storeId", "scope", "shard"], unique: true } } },
);

export const cacheVersions = cacheVersionsTable.pg;
