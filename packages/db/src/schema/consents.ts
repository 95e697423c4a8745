/** What people allowed, and when they took it back: rows are added, never changed. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

export const consentPurposes = ["marketing_email"] as const;

export const consentsTable = defineTable(
  "consents",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    userId: column
      .uuid()
      .notNull()
      .references(() => usersTable, "cascade"),
    purpose: column.oneOf(consentPurposes).notNull(),
    granted: column.boolean().notNull(),
    /** Where it was said, such as `registration` or `account`. */
    source: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: { newest: { on: ["storeId", "userId", "purpose", "id"] } },
    checks: { purpose_known: oneOfCheck("purpose", consentPurposes) },
  },
);

export const consents = consentsTable.pg;
