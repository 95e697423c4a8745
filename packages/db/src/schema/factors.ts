/** Second factors and passkeys, and the moments in between: what was asked and not yet answered. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { storesTable } from "./stores.ts";

/** An authenticator app. It guards the account once its first code has confirmed it. */
export const totpFactorsTable = defineTable(
  "totp_factors",
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
    /** Sealed by the operator's key: unlike a password it must be readable. */
    sealedSecret: column.text().notNull(),
    confirmedAt: column.timestamp(),
    /** The time step of the last code that was accepted: no code works twice. */
    lastStep: column.minorUnits(),
    createdAt: column.createdAt(),
  },
  { indexes: { user_unique: { on: ["storeId", "userId"], unique: true } } },
);

/** One use each, for whoever lost the authenticator. */
export const recoveryCodesTable = defineTable(
  "recovery_codes",
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
    codeHash: column.text().notNull(),
    usedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  { indexes: { code_unique: { on: ["userId", "codeHash"], unique: true } } },
);

/** A WebAuthn credential: the public half of a key that never leaves its authenticator. */
export const passkeysTable = defineTable(
  "passkeys",
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
    name: column.text().notNull(),
    /** base64url, as the authenticator chose it. */
    credentialId: column.text().notNull(),
    /** COSE key, base64url. */
    publicKey: column.text().notNull(),
    /** The authenticator's own count of uses; one that does not rise is a copy. */
    counter: column.minorUnits().notNull(),
    transports: column.json<string[]>().notNull(),
    /** Whether it is kept in step over several devices. */
    isBackedUp: column.boolean().notNull(),
    lastUsedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      credential_unique: { on: ["storeId", "credentialId"], unique: true },
      user: { on: ["storeId", "userId"] },
    },
  },
);

export const challengePurposes = ["second_factor", "passkey_sign_in", "passkey_creation"] as const;

/** Half-way through: a right password that waits for its second factor, a ceremony under way. */
export const challengesTable = defineTable(
  "challenges",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    purpose: column.oneOf(challengePurposes).notNull(),
    /** Null: a passkey will say who it is. */
    userId: column.uuid().references(() => usersTable, "cascade"),
    /** SHA-256 of the secret that the caller holds. */
    tokenHash: column.text().notNull(),
    /** What the authenticator signs; null where no authenticator takes part. */
    webauthnChallenge: column.text(),
    expiresAt: column.timestamp().notNull(),
    usedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      token_unique: { on: ["storeId", "tokenHash"], unique: true },
      expiry: { on: ["expiresAt"] },
    },
    checks: { purpose_known: oneOfCheck("purpose", challengePurposes) },
  },
);

export const totpFactors = totpFactorsTable.pg;
export const recoveryCodes = recoveryCodesTable.pg;
export const passkeys = passkeysTable.pg;
export const challenges = challengesTable.pg;
