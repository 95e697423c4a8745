/** People, their address books, and what keeps them signed in. Secrets are stored as hashes only. */
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

export const emailVerificationsTable = defineTable(
  "email_verifications",
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
    /** The address it proves, as it was when the mail left. */
    email: column.text().notNull(),
    tokenHash: column.text().notNull(),
    expiresAt: column.timestamp().notNull(),
    usedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      user: { on: ["storeId", "userId"] },
    },
  },
);

/** Mailed keys to a new password. Each is bound to its account and to the address it was mailed to. */
export const passwordResetsTable = defineTable(
  "password_resets",
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
    /** The address it was mailed to: it proves that one, and works for no other. */
    email: column.text().notNull(),
    tokenHash: column.text().notNull(),
    /** From where it was asked for, and from where it was used. */
    requestIp: column.text().notNull(),
    useIp: column.text(),
    expiresAt: column.timestamp().notNull(),
    /** When it stopped working: it was used, or something made it void. */
    usedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      user: { on: ["storeId", "userId"] },
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
    client: column.text().notNull(),
    createdAt: column.createdAt(),
  },
  { indexes: { counted: { on: ["storeId", "action", "client", "createdAt"] } } },
);

export const users = usersTable.pg;
export const addresses = addressesTable.pg;
export const sessions = sessionsTable.pg;
export const refreshTokens = refreshTokensTable.pg;
export const emailVerifications = emailVerificationsTable.pg;
export const passwordResets = passwordResetsTable.pg;
export const loginAttempts = loginAttemptsTable.pg;
export const limitedActions = limitedActionsTable.pg;
