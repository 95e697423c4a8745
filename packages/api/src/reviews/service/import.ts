/** Reviews that were written elsewhere. Unless said they are published, and no purchase of ours stands behind them. */
import { uuid7 } from "@souk/db";
import * as z from "zod";
import { chunked } from "../../kernel/chunked.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { fieldErrorsOf } from "../../kernel/field-errors.ts";
import { MAX_BODY, MAX_DISPLAY_NAME, MAX_REPLY, MAX_TITLE, Stars } from "../contract.ts";
import { addNewReviews } from "./publication.ts";

/** Control characters of other systems are no reason to refuse what somebody wrote. */
const text = (max: number) =>
  z
    .string()
    .overwrite((typed) => typed.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, ""))
    .trim()
    .max(max, `Use at most ${max} characters.`);

const instant = z.date("This is no instant, such as 2026-03-01T09:30:00Z.");

const ReadyReview = z.object({
  /** Names it in the store, so that importing it again changes nothing. */
  key: z.string().min(1).max(500),
  rating: Stars,
  title: text(MAX_TITLE).default(""),
  body: text(MAX_BODY),
  authorName: text(MAX_DISPLAY_NAME),
  writtenAt: instant,
  /** `pending`: staff looks at it first. */
  status: z.enum(["pending", "published"]).default("published"),
  /** What the shop answered there. */
  reply: z
    .object({ body: text(MAX_REPLY).min(1), repliedAt: instant })
    .nullable()
    .default(null),
});
export type ImportedReview = z.input<typeof ReadyReview>;

/**
 * Answers how many were new. Throws `invalid_input`, naming each bad field, such as `reviews.3.rating`;
 * then none of them is taken.
 */
export async function importReviews(
  ctx: Context,
  productId: string,
  imported: readonly ImportedReview[],
): Promise<number> {
  const ready = read(imported);
  return inTransaction(ctx, async (ctx) => {
    let added = 0;
    for (const chunk of chunked(ready)) {
      const rows = await addNewReviews(
        ctx,
        productId,
        chunk.map(({ key, reply, ...review }) => ({
          ...{ id: uuid7(), storeId: ctx.store.id, productId, importKey: key },
          ...{ variantTitle: "", locale: "", rejectionNote: "" },
          ...{ reply: reply?.body ?? "", repliedAt: reply?.repliedAt ?? null },
          ...review,
        })),
      );
      added += rows.length;
    }
    return added;
  });
}

function read(imported: readonly ImportedReview[]): z.output<typeof ReadyReview>[] {
  const parsed = z.object({ reviews: z.array(ReadyReview) }).safeParse({ reviews: imported });
  if (parsed.success) return parsed.data.reviews;
  const fields = fieldErrorsOf(parsed.error);
  const message = "Not all of these are reviews.";
  throw new DomainError("invalid", "invalid_input", message, { fields });
}
