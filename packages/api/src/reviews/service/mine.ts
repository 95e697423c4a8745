/** What a customer wrote, whatever became of it. */
import { reviews } from "@souk/db/schema";
import { eq, type SQL } from "drizzle-orm";
import type { Context, Customer } from "../../kernel/context.ts";
import type { ListOwnReviewsInput, OwnReviewPage } from "../contract.ts";
import { pageOfReviews } from "./page.ts";
import { picturesOf } from "./pictures.ts";
import { ownReviewOf } from "./rows.ts";

export async function mine(
  ctx: Context<Customer>,
  input: ListOwnReviewsInput,
): Promise<OwnReviewPage> {
  const which: SQL = eq(reviews.userId, ctx.actor.userId);
  const { rows, next_cursor } = await pageOfReviews(ctx, { ...input, order: "newest" }, which);
  const pictures = await picturesOf(
    ctx,
    rows.map(({ review }) => review),
  );
  return {
    items: rows.map(({ review, product }) =>
      ownReviewOf(review, product, pictures.get(review.id) ?? []),
    ),
    next_cursor,
  };
}
