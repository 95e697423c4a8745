/** From when until when a product is in the shop. */
import type { Context } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { END_TOO_EARLY, type ReadyProduct } from "../drafts.ts";
import type { ProductRow } from "./save-product.ts";

/** As in a draft: what is `undefined` stays as it is. */
export type Publication = Pick<ReadyProduct, "status" | "publishedAt" | "unpublishAt">;

/**
 * A product that is published stays published since then, unless the draft names another moment. Null
 * takes back what was planned: what is active appears at once.
 */
export function publicationOf(
  ctx: Context,
  { status, publishedAt }: Publication,
  before: Pick<ProductRow, "status" | "publishedAt"> | undefined,
): Date | null {
  if (publishedAt) return publishedAt;
  const now = ctx.now();
  const since = before?.publishedAt ?? null;
  if (publishedAt === undefined) return since ?? (status === "active" ? now : null);
  if (status !== "active") return null;
  return before?.status === "active" && since !== null && since <= now ? since : now;
}

/** What appears at once cannot have left the shop already. */
export function refuseEarlyEnd(
  ctx: Context,
  { status, publishedAt, unpublishAt }: Publication,
): void {
  const appears = publishedAt === null && status === "active" ? ctx.now() : publishedAt;
  if (!appears || !unpublishAt || unpublishAt > appears) return;
  throw invalidField("unpublishAt", "invalid_input", END_TOO_EARLY);
}
