/** Who may do what: roles, the staff who hold them, keys for programs, and the trail of their acts. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

export const rolesTable = defineTable(
  "roles",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    slug: column.text().notNull(),
    name: column.text().notNull(),
    description: column.text().notNull(),
    /** Names of the permission catalogue. The owner's are all there are, whatever stands here. */
    permissions: column.json<string[]>().notNull(),
    createdAt: column.createdAt(),
    updatedAt: column.updatedAt(),
  },
  { indexes: { slug_unique: { on: ["storeId", "slug"], unique: true } } },
);

/** A user who holds a role is staff. */
export const roleGrantsTable = defineTable(
  "role_grants",
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
    roleId: column
      .uuid()
      .notNull()
      .references(() => rolesTable),
    /** Null: granted on the server's command line, or by somebody who is gone. */
    grantedBy: column.uuid(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      grant_unique: { on: ["userId", "roleId"], unique: true },
      role: { on: ["storeId", "roleId"] },
    },
  },
);

export const apiKeysTable = defineTable(
  "api_keys",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    name: column.text().notNull(),
    /** The beginning of the key: shown, so that people can tell keys apart. */
    prefix: column.text().notNull(),
    /** SHA-256 of the whole key, which is shown once and kept nowhere. */
    keyHash: column.text().notNull(),
    permissions: column.json<string[]>().notNull(),
    createdBy: column.uuid(),
    expiresAt: column.timestamp(),
    revokedAt: column.timestamp(),
    lastUsedAt: column.timestamp(),
    /** The minute that is being counted, and the calls in it so far. */
    minuteStartedAt: column.timestamp().notNull(),
    minuteCount: column.integer().notNull(),
    createdAt: column.createdAt(),
  },
  { indexes: { key_unique: { on: ["storeId", "keyHash"], unique: true } } },
);

export const auditActorKinds = ["anonymous", "user", "api_key", "system"] as const;

/**
 * Every security-relevant act. A row is written with the act; the sealer numbers it afterwards and
 * gives it a hash over its content and the hash of the row before. What identifies a person is hashed
 * into the chain but stored beside it, so that it can be erased and the chain still holds.
 */
export const auditEntriesTable = defineTable(
  "audit_entries",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** From 1, without a gap; null until the row is sealed. */
    position: column.minorUnits(),
    action: column.text().notNull(),
    actorKind: column.oneOf(auditActorKinds).notNull(),
    actorId: column.text(),
    subjectType: column.text(),
    subjectId: column.text(),
    /** Facts without personal data. */
    details: column.json<object>().notNull(),
    /** Address, device, mail address: erased in time, and with the person. */
    personal: column.json<object>(),
    personalDigest: column.text().notNull(),
    requestId: column.text().notNull(),
    occurredAt: column.timestamp().notNull(),
    /** Which of the operator's keys made the hash. */
    keyId: column.text(),
    previousHash: column.text(),
    hash: column.text(),
  },
  {
    indexes: {
      position_unique: { on: ["storeId", "position"], unique: true },
      unsealed: { on: ["storeId", "id"], where: "position is null" },
      newest: { on: ["storeId", "id"] },
      actor: { on: ["storeId", "actorId", "id"] },
      subject: { on: ["storeId", "subjectId", "id"] },
      action: { on: ["storeId", "action", "id"] },
    },
    checks: {
      actor_kind_known: oneOfCheck("actor_kind", auditActorKinds),
      sealed_whole: "position is null or (hash is not null and previous_hash is not null)",
    },
  },
);

export const roles = rolesTable.pg;
export const roleGrants = roleGrantsTable.pg;
export const apiKeys = apiKeysTable.pg;
export const auditEntries = auditEntriesTable.pg;
