/** What mailed links prove: an address, a move to another one, the right to a new password. */
import { column } from "../column.ts";
import { defineTable } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

/** A registration whose address is not proved yet. */
export interface PendingRegistration {
  readonly username: string;
  readonly passwordHash: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
}

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
    /**
     * What was registered when this link was mailed. It comes into force with the link, so nobody's
     * password opens an account that another person's link proved.
     */
    registration: column.json<PendingRegistration>(),
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

/**
 * User names that registrations of known addresses asked for. They are held as long as an account that
 * nobody verified would hold them, so that a name does not tell whether its address was known.
 */
export const usernameReservationsTable = defineTable(
  "username_reservations",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    usernameCanonical: column.text().notNull(),
    emailCanonical: column.text().notNull(),
    /**
     * Of the newest registration of an address that had an account already: so that it is answered at
     * sign-in as an account that nobody verified would be. It opens nothing.
     */
    passwordHash: column.text(),
    expiresAt: column.timestamp().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      name_unique: { on: ["storeId", "usernameCanonical"], unique: true },
      email: { on: ["storeId", "emailCanonical"] },
    },
  },
);

/** A move to another address, until the person who asked confirms it from there. */
export const emailChangesTable = defineTable(
  "email_changes",
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
    /** As it was written; mail goes here. */
    email: column.text().notNull(),
    emailCanonical: column.text().notNull(),
    /** The address it replaces: after another change it works no more. */
    fromEmailCanonical: column.text().notNull(),
    tokenHash: column.text().notNull(),
    requestIp: column.text().notNull(),
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

export const emailVerifications = emailVerificationsTable.pg;
export const usernameReservations = usernameReservationsTable.pg;
export const emailChanges = emailChangesTable.pg;
export const passwordResets = passwordResetsTable.pg;
