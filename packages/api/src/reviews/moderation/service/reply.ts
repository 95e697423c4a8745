/** The shop's answer below a review. */
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../../kernel/context.ts";
import { notFound } from "../../../kernel/errors.ts";
import { publish } from "../../../kernel/events.ts";
import type { ReviewRef } from "../../contract.ts";
import { reviewReplied } from "../../events.ts";
import { changeReview, lockReview } from "../../service/publication.ts";
import type { ReplyInput, ReviewDetail } from "../contract.ts";
import { get } from "./queue.ts";

type Ctx = Context<Staff>;

/** Instead of the answer of before. Its author is told of the first one, not of each correction. */
export const reply = (ctx: Ctx, { id, body }: ReplyInput): Promise<ReviewDetail> =>
  inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, id);
    if (row.reply !== body) {
      await changeReview(ctx, row, { reply: body, repliedAt: ctx.now() });
      await record(ctx, { action: "review.replied", subject: { type: "review", id: row.id } });
      if (row.reply === "") await publish(ctx, reviewReplied(row));
    }
    return get(ctx, { id });
  });

export const removeReply = (ctx: Ctx, { id }: ReviewRef): Promise<ReviewDetail> =>
  inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, id);
    if (row.reply === "") throw notFound("reply");
    await changeReview(ctx, row, { reply: "", repliedAt: null });
    await record(ctx, { action: "review.reply_removed", subject: { type: "review", id: row.id } });
    return get(ctx, { id });
  });
