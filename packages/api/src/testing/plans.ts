/** How an engine means to answer a statement, for tests of what lists cost. */
import { sql } from "drizzle-orm";
import type { Shop } from "./index.ts";

/** One line a step, as the engine tells it, whatever the values of the parameters. */
export async function planOf(shop: Shop, text: string): Promise<readonly string[]> {
  const { system, engine } = shop.test.database;
  if (engine === "sqlite") {
    const asked = `explain query plan ${text.replaceAll("?", "null")}`;
    const rows = await system.execute<{ detail: string }>(sql.raw(asked));
    return rows.map(({ detail }) => detail);
  }
  const rows = await system.execute<Record<"QUERY PLAN", string>>(
    sql.raw(`explain (generic_plan) ${text}`),
  );
  return rows.map((row) => row["QUERY PLAN"]);
}
