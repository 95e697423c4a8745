/** The front door of @souk/db: open a database, query it, understand its errors. */
export type { Database, Db, Query, TransactionOptions } from "./database.ts";
export { byEngine, type Engine } from "./dialect.ts";
export {
  isCheckViolation,
  isRefusedByDatabase,
  isUnavailable,
  isUniqueViolation,
  Overtaken,
  TransactionTimeout,
} from "./errors.ts";
export { statementsOf } from "./observe.ts";
export { engineOf, type OpenOptions, openDatabase } from "./open.ts";
export { defineQuery } from "./session.ts";
export { uuid7 } from "./uuid7.ts";
export { type CacheScope, cacheScopes, versionsOf } from "./versions.ts";
