/** Reviews that were written elsewhere. They are published, and no purchase of ours stands behind them. */
import { uuid7 } from "@souk/db";
import { reviews } from "@souk/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { Stars } from "../contract.ts";
import { addReview } from "./publication.ts";

export interface ImportedReview {
  /** Names it in the store, so that importing it again changes nothing. */
  readonly key: string;
  readonly rating: number;
  readonly title?: string;
  readonly body: string;
  readonly authorName: string;
  readonly writtenAt: Date;
}

/** Answers how many were new. Throws `invalid_input`, naming `reviews.N.rating` or `reviews.N.writtenAt`. */
export function importReviews(
  ctx: Context,
  productId: string,
  imported: readonly ImportedReview[],
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    for (const [i, { rating, writtenAt }] of imported.entries()) {
      if (!Stars.safeParse(rating).success) {
        const message = "A rating is 1 to 5 whole stars.";
        throw invalidField(`reviews.${i}.rating`, "invalid_input", message);
      }
      if (Number.isNaN(writtenAt.getTime())) {
        const message = "This is no instant, such as 2026-03-01T09:30:00Z.";
        throw invalidField(`reviews.${i}.writtenAt`, "invalid_input", message);
      }
    }
    const keys = imported.map(({ key }) => key);
    const known = await ctx.db
      .select({ key: reviews.importKey })
      .from(reviews)
      .where(and(eq(reviews.storeId, ctx.store.id), inArray(reviews.importKey, keys)));
    const old = new Set(known.map(({ key }) => key));
    const fresh = imported.filter(({ key }) => !old.has(key));
    for (const { key, title = "", ...review } of fresh) {
      await addReview(ctx, {
        ...{ id: uuid7(), storeId: ctx.store.id, productId, importKey: key, title },
        ...{ variantTitle: "", locale: "", status: "published", rejectionNote: "", reply: "" },
        ...review,
      });
    }
    return fresh.length;
  });
}
