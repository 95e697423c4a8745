/** Many small changes in one call. Each stands or falls by itself, in a unit of work of its own. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import type {
  BulkInput,
  BulkOperation,
  BulkResult,
  BulkResults,
  CreateProductInput,
  StaffProduct,
} from "../contract.ts";
import { remove, restore } from "./bin.ts";
import { inputWithoutAttributes } from "./drafts.ts";
import { lock, rewrite } from "./save.ts";
import { setStatus } from "./status.ts";
import { get } from "./view.ts";

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
    case "set_status": {
      const { action: _named, ...input } = operation;
      await setStatus(ctx, input);
      return;
    }
    case "set_category":
      return change(ctx, operation, () => ({ category: operation.category }));
    case "add_tags":
      return change(ctx, operation, ({ tags }) => ({
        tags: [...new Set([...tags, ...operation.tags])],
      }));
    case "remove_tags":
      return change(ctx, operation, ({ tags }) => ({
        tags: tags.filter((tag) => !operation.tags.includes(tag)),
      }));
  }
}

async function change(
  ctx: Context,
  { id: asked }: BulkOperation,
  made: (before: StaffProduct) => Partial<CreateProductInput>,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const id = asked.toLowerCase();
    await lock(ctx, id);
    const before = await get(ctx, { id });
    const input = inputWithoutAttributes(before);
    await rewrite(ctx, before, { ...input, ...made(before), slug: before.slug });
  });
}
