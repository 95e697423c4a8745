/** People and their address books. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

export const addressTypes = ["shipping", "billing", "other"] as const;

export const usersTable = defineTable(
  "users",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** As the person wrote it; mail goes here. */
    email: column.text().notNull(),
    /** The mailbox it stands for: the one that must be unique. */
    emailCanonical: column.text().notNull(),
    username: column.text().notNull(),
    usernameCanonical: column.text().notNull(),
    passwordHash: column.text().notNull(),
    firstName: column.text().notNull(),
    lastName: column.text().notNull(),
    phone: column.text(),
    /** False: staff disabled the account. */
    isActive: column
      .boolean()
      .notNull()
      .init(() => true),
    emailVerifiedAt: column.timestamp(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      email_unique: { on: ["storeId", "emailCanonical"], unique: true },
      username_unique: { on: ["storeId", "usernameCanonical"], unique: true },
    },
  },
);

export const addressesTable = defineTable(
  "addresses",
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
    type: column.oneOf(addressTypes).notNull(),
    isDefault: column.boolean().notNull(),
    firstName: column.text().notNull(),
    lastName: column.text().notNull(),
    company: column.text().notNull(),
    line1: column.text().notNull(),
    line2: column.text().notNull(),
    city: column.text().notNull(),
    region: column.text().notNull(),
    postalCode: column.text().notNull(),
    countryCode: column.text().notNull(),
    phone: column.text(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      user: { on: ["storeId", "userId", "id"] },
      one_default: { on: ["userId", "type"], unique: true, where: "is_default" },
    },
    checks: { type_known: oneOfCheck("type", addressTypes) },
  },
);

export const users = usersTable.pg;
export const addresses = addressesTable.pg;
