/** Many changes of stock in one call: each row is a unit of work of its own, and its refusal is told by row. */
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { BatchInput, BatchResult, BatchRow } from "../contract.ts";
import { adjust, count, receive } from "./changes.ts";

type RowError = BatchResult["errors"][number];

export async function batch(ctx: Context, { rows }: BatchInput): Promise<BatchResult> {
  const errors: RowError[] = [];
  for (const [row, change] of rows.entries()) {
    try {
      await apply(ctx, change);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push(errorOf(row, error));
    }
  }
  return { done: rows.length - errors.length, errors };
}

function apply(ctx: Context, row: BatchRow) {
  switch (row.type) {
    case "receive":
      return receive(ctx, row);
    case "adjust":
      return adjust(ctx, row);
    case "count":
      return count(ctx, row);
  }
}

const errorOf = (row: number, { reason, message, fields }: DomainError): RowError => ({
  row,
  code: reason,
  detail: message,
  errors: Object.fromEntries(
    Object.entries(fields ?? {}).map(([field, messages]) => [field, [...messages]]),
  ),
});
