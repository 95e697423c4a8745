/** How an engine answers a statement, for tests of what lists cost. */
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

/**
 * How many rows of tables the statement goes through to be answered, those that it drops included.
 * SQLite does not tell: null.
 */
export async function rowsReadBy(
  shop: Shop,
  text: string,
  parameters: readonly unknown[],
): Promise<number | null> {
  const { system, engine } = shop.test.database;
  if (engine === "sqlite") return null;
  const asked = text.replace(/\$(\d+)/g, (_sign, nth) => literal(parameters[Number(nth) - 1]));
  const [row] = await system.execute<{ "QUERY PLAN": readonly { Plan: Node }[] }>(
    sql.raw(`explain (analyze, timing off, format json) ${asked}`),
  );
  return (row?.["QUERY PLAN"] ?? []).reduce((sum, { Plan }) => sum + readBy(Plan), 0);
}

interface Node {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Node[];
}

function readBy(node: Node): number {
  const { Plans = [] } = node;
  const a = node["Rows Removed by Filter"] ?? 0;
  const b = node["Rows Removed by Index Recheck"] ?? 0;
  const own =
    node["Relation Name"] === undefined ? 0 : (node["Actual Rows"] + a + b) * node["Actual Loops"];
  return Plans.reduce((sum, part) => sum + readBy(part), own);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = value instanceof Date ? value.toISOString() : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}
