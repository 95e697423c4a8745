/** Word to those who wait for a variant, in the order in which they asked. */
import * as inventory from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { LoggedEvent } from "../../kernel/event-log.ts";
import type { Mailer } from "../../ports/mailer.ts";
import { backInStockLetter } from "../letters/back-in-stock.ts";

/** What is there again, and what is sold or shown again while it is there. */
export async function tellOfStock(
  ctx: Context,
  mailer: Mailer,
  { type, subjectId }: LoggedEvent,
): Promise<void> {
  if (type === inventory.BACK_IN_STOCK) await tellWaiting(ctx, mailer, subjectId);
  if (type !== "product.published" && type !== "product.updated") return;
  for (const id of await inventory.waitedForOf(ctx, subjectId)) await tellWaiting(ctx, mailer, id);
}

/**
 * One mail for each wish, under the wish's id: a repeat of the event finds nobody who was told, and a mail
 * that went before its node died goes again under the same id. When it has been sold again meanwhile,
 * they wait on.
 */
async function tellWaiting(ctx: Context, mailer: Mailer, variantId: string): Promise<void> {
  const variant = await inventory.shown(ctx, variantId);
  if (variant === null || !variant.isThere) return;
  let last: string | null = null;
  for (;;) {
    const waiting: readonly inventory.Waiting[] = await inventory.waitingFor(ctx, variantId, last);
    for (const { id, email, token } of waiting) {
      await mailer.send({ id, ...backInStockLetter(ctx, { to: email, token, variant }) });
      await inventory.markTold(ctx, id);
      last = id;
    }
    if (waiting.length === 0) return;
  }
}
