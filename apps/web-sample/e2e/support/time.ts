/** Time that has passed, which no page and no call can bring about. */
import { DatabaseSync } from "node:sqlite";
import { sqliteFile } from "./engines.ts";

const BUSY_MS = 10_000;

/** As if this person had signed in long ago. Only the shop on SQLite. */
export function letProofsAge(email: string): void {
  const database = new DatabaseSync(sqliteFile(), { timeout: BUSY_MS });
  try {
    database
      .prepare(
        "update sessions set authenticated_at = null where user_id in (select id from users where email = ?)",
      )
      .run(email);
  } finally {
    database.close();
  }
}
