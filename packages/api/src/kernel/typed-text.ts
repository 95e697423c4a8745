/** What people type into a search: made fit for the database, and matched in any letter case. */
import { or, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** What no database text may hold is replaced, so that no input is an error of the database. */
export const storable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, "\u{FFFD}");

/** Whether the text begins with what was typed. No letter typed is a wildcard. */
export function beginsWith(text: SQLWrapper, typed: string): SQL | undefined {
  const plain = storable(typed.trim());
  const like = (what: SQLWrapper, beginning: string): SQL =>
    sql`${what} like ${`${beginning.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;
  // Not every engine folds the case of letters beyond ASCII, so their usual spellings are tried.
  const spellings = new Set([plain, plain.toUpperCase(), capitalised(plain)]);
  return or(
    like(sql`lower(${text})`, plain.toLowerCase()),
    ...[...spellings].map((spelling) => like(text, spelling)),
  );
}

const capitalised = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s'-])(\p{Ll})/gu, (letter) => letter.toUpperCase());
