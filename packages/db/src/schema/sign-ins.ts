/** What keeps people signed in, and the trail of those who tried. Secrets are stored as hashes only. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

/** A device that signed in. The id is the SHA-256 of the secret that the device holds. */
export const sessionsTable = defineTable(
  "sessions",
  {
    id: column.text().primaryKey(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    userId: column
      .uuid()
      .notNull()
      .references(() => usersTable, "cascade"),
    /** Slides with use. */
    expiresAt: column.timestamp().notNull(),
    /** Never slides: the end of the whole family of tokens. */
    endsAt: column.timestamp().notNull(),
    ip: column.text().notNull(),
    userAgent: column.text().notNull(),
    lastUsedAt: column.timestamp().notNull(),
    /** When the person last proved who they are on this device; null: not since it was opened. */
    authenticatedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  { indexes: { user: { on: ["storeId", "userId"] }, expiry: { on: ["expiresAt"] } } },
);

/** Each works once. A spent one that comes again ends its session. */
export const refreshTokensTable = defineTable(
  "refresh_tokens",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    sessionId: column
      .text()
      .notNull()
      .references(() => sessionsTable, "cascade"),
    tokenHash: column.text().notNull(),
    expiresAt: column.timestamp().notNull(),
    usedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      session: { on: ["sessionId"] },
    },
  },
);

export const loginAttemptResults = ["succeeded", "failed"] as const;

/**
 * Every try, written before its password is looked at and judged once: the audit trail that the login
 * limits count.
 */
export const loginAttemptsTable = defineTable(
  "login_attempts",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** The canonical address that was tried, known or not. */
    account: column.text().notNull(),
    userId: column.uuid(),
    ip: column.text().notNull(),
    /** Whom the limits count: the IPv4 address, or the /64 of an IPv6 one. */
    client: column.text().notNull(),
    userAgent: column.text().notNull(),
    result: column.oneOf(loginAttemptResults).notNull(),
    reason: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      account: { on: ["storeId", "account", "createdAt"] },
      client: { on: ["storeId", "client", "createdAt"] },
      user: { on: ["storeId", "userId", "id"] },
      time: { on: ["storeId", "createdAt"] },
    },
    checks: { result_known: oneOfCheck("result", loginAttemptResults) },
  },
);

/** Calls that are limited by client, such as registering: counted here, so for all nodes together. */
export const limitedActionsTable = defineTable(
  "limited_actions",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    action: column.text().notNull(),
    /** A keyed hash of whom the limit counts, so that no row tells an address. */
    client: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  { indexes: { counted: { on: ["storeId", "action", "client", "createdAt"] } } },
);

export const sessions = sessionsTable.pg;
export const refreshTokens = refreshTokensTable.pg;
export const loginAttempts = loginAttemptsTable.pg;
export const limitedActions = limitedActionsTable.pg;
