/** Many small changes in one call. Each stands or falls by itself, in a unit of work of its own. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import type { Amendment } from "../../service/amend-product.ts";
import type { BulkInput, BulkOperation, BulkResult, BulkResults } from "../contract.ts";
import { remove, restore } from "./bin.ts";
import { amend, lock } from "./save.ts";
import { changeStatus } from "./status.ts";

/** In the order of the operations: what went before counts for what comes after. */
export async function bulk(ctx: Context, { operations }: BulkInput): Promise<BulkResults> {
  const items: BulkResult[] = [];
  for (const operation of operations) items.push(await judged(ctx, operation));
  return { items };
}

async function judged(ctx: Context, operation: BulkOperation): Promise<BulkResult> {
  const { id } = operation;
  try {
    await perform(ctx, operation);
    return { id, ok: true, error: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { reason: code, message, fields } = error;
    const named = Object.entries(fields ?? {}).map(([name, messages]) => [name, [...messages]]);
    return { id, ok: false, error: { code, message, fields: Object.fromEntries(named) } };
  }
}

async function perform(ctx: Context, operation: BulkOperation): Promise<void> {
  switch (operation.action) {
    case "delete":
      return remove(ctx, operation);
    case "restore":
      await restore(ctx, operation);
      return;
    case "set_status":
      return changeStatus(ctx, operation);
    case "set_category":
      return change(ctx, operation, { category: operation.category });
    case "add_tags":
      return change(ctx, operation, { tags: (tags) => [...new Set([...tags, ...operation.tags])] });
    case "remove_tags":
      return change(ctx, operation, {
        tags: (tags) => tags.filter((tag) => !operation.tags.includes(tag)),
      });
  }
}

const change = (ctx: Context, { id }: BulkOperation, amendment: Amendment): Promise<void> =>
  inTransaction(ctx, async (ctx) => amend(ctx, await lock(ctx, id.toLowerCase()), amendment));
