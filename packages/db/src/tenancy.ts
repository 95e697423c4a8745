/** The first wall between stores: a store's handle refuses statements that name no store. */
import type { Execute } from "./session.ts";
import { tables } from "./table.ts";

const TABLE_AFTER = /\b(?:from|join|into|update)\s+"([a-z_]+)"/gi;
const STORE_NAMED = /"store_id" (?:=|in)|\bstore_id =|^insert\b/i;

const accepted = new Set<string>();
let tenantTables: ReadonlySet<string> | undefined;

/** `execute`, refusing any statement over tenant tables without a condition on `store_id`. */
export function boundToStore(execute: Execute): Execute {
  return (text, params, shape) => {
    if (!accepted.has(text)) {
      assertNamesStore(text);
      accepted.add(text);
    }
    return execute(text, params, shape);
  };
}

function assertNamesStore(text: string): void {
  tenantTables ??= new Set(tables.filter(({ tenant }) => tenant).map(({ name }) => name));
  const named = [...text.matchAll(TABLE_AFTER)].map(([, table]) => table ?? "");
  const tenant = named.find((table) => tenantTables?.has(table));
  if (tenant !== undefined && !STORE_NAMED.test(text.trimStart())) {
    throw new Error(`a statement over ${tenant} has no condition on store_id: ${text}`);
  }
}
