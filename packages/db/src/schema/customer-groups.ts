/** Customers who are treated alike, such as wholesale buyers. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

export const customerGroupsTable = defineTable(
  "customer_groups",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    name: column.text().notNull(),
    description: column.text().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  { indexes: { name_unique: { on: ["storeId", "name"], unique: true } } },
);

export const customerGroupMembersTable = defineTable(
  "customer_group_members",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    groupId: column
      .uuid()
      .notNull()
      .references(() => customerGroupsTable, "cascade"),
    userId: column
      .uuid()
      .notNull()
      .references(() => usersTable, "cascade"),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      member_unique: { on: ["groupId", "userId"], unique: true },
      user: { on: ["storeId", "userId"] },
    },
  },
);

export const customerGroups = customerGroupsTable.pg;
export const customerGroupMembers = customerGroupMembersTable.pg;
