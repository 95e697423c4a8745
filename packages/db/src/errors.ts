/** What a driver's error means, whichever driver it came from. */
import Database from "better-sqlite3";

/** The unit of work held SQLite's only writer for too long, and was rolled back. */
export class TransactionTimeout extends Error {
  override readonly name = "TransactionTimeout";
}

/** What a unit of work went by has changed before it could lock it. On PostgreSQL it runs again, as after a deadlock. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
  readonly code = "40001";
}

/** drizzle wraps what the driver throws; the driver's own error is the one with a code. */
function codesOf(error: unknown): { code: string; text: string }[] {
  const found: { code: string; text: string }[] = [];
  for (let e = error; typeof e === "object" && e !== null; e = Reflect.get(e, "cause")) {
    const code = Reflect.get(e, "code");
    if (typeof code !== "string") continue;
    const constraint = Reflect.get(e, "constraint_name");
    found.push({ code, text: `${String(constraint ?? "")} ${String(Reflect.get(e, "message"))}` });
  }
  return found;
}

const UNIQUE = new Set(["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);
const CHECK = new Set(["23514", "SQLITE_CONSTRAINT_CHECK"]);
const RETRYABLE = new Set(["40001", "40P01"]);
const UNREACHABLE =
  /^(ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|CONNECTION_|CONNECT_TIMEOUT|57P0|53300|08|SQLITE_BUSY|SQLITE_FULL|SQLITE_IOERR)/;

/** Whether a UNIQUE rule refused the row. */
export const isUniqueViolation = (error: unknown): boolean =>
  codesOf(error).some(({ code }) => UNIQUE.has(code));

/** Whether a CHECK rule refused the row. */
export const isCheckViolation = (error: unknown): boolean =>
  codesOf(error).some(({ code }) => CHECK.has(code));

/** Whether the same unit of work may simply run again: serialization failure or deadlock. */
export const isRetryable = (error: unknown): boolean =>
  codesOf(error).some(({ code }) => RETRYABLE.has(code));

/** Whether the database is away, full or overloaded rather than the statement wrong. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof TransactionTimeout || codesOf(error).some(({ code }) => UNREACHABLE.test(code));

const REFUSED = /^(22|23)...$|^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/;

/** Whether what a statement was to store is refused, rather than the statement wrong or the database away. */
export const isRefusedByDatabase = (error: unknown): boolean =>
  codesOf(error).some(({ code }) => REFUSED.test(code));

export const isSqliteBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
