/** Making two units of work meet in one order, again and again. */
import { setTimeout as delay } from "node:timers/promises";
import { byEngine } from "@souk/db";
import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "../kernel/context.ts";

const PATIENCE_MS = 10_000;
const PAUSE_MS = 10;

/**
 * Runs `first` in a unit of work that stays open until `second`, begun after it, waits for its turn.
 * SQLite has one unit of work at a time anyway. Answers what `second` comes to once both are through.
 */
export async function meet<T>(
  ctx: Context,
  first: (ctx: Context) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  const written = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let hasEnded = false;
  const earlier = inTransaction(ctx, async (ctx) => {
    await first(ctx);
    written.resolve();
    await begun.promise;
    await untilSomebodyWaits(ctx, () => hasEnded);
  });
  await Promise.race([written.promise, earlier]);
  const later = Promise.allSettled([second()]).finally(() => {
    hasEnded = true;
  });
  begun.resolve();
  await earlier;
  const [result] = await later;
  return result;
}

async function untilSomebodyWaits({ db }: Context, hasEnded: () => boolean): Promise<void> {
  const waiting = byEngine({
    postgres: sql`
      select 1 from pg_locks as waiting where not granted and exists (
        select 1 from pg_locks as held where held.pid = waiting.pid
          and held.database = (select oid from pg_database where datname = current_database()))`,
    sqlite: sql`select 1`,
  });
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    if ((await db.execute(waiting)).length > 0) return;
    if (hasEnded()) throw new Error("the second did not wait for the first");
    await delay(PAUSE_MS);
  }
  throw new Error("the second waits for something else than its turn");
}
