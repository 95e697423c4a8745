/** Writing a review of what one bought, changing it, and taking it back. */
import { isUniqueViolation, uuid7 } from "@souk/db";
import { products as productsTable, reviews, type reviews as reviewsTable } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, type Customer, inTransaction } from "../../kernel/context.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { publish } from "../../kernel/events.ts";
import * as users from "../../users/service/index.ts";
import type { CreateReviewInput, OwnReview, ReviewRef, UpdateReviewInput } from "../contract.ts";
import { reviewPublished, reviewRemoved, reviewSubmitted } from "../events.ts";
import { spendBoth, WRITING } from "./limits.ts";
import { boughtLine } from "./order-lines.ts";
import { attachReviewPictures, picturesOf } from "./pictures.ts";
import { addReview, changeReview, dropReview, lockReview } from "./publication.ts";
import { ownReviewOf, type ReviewRow } from "./rows.ts";

type Ctx = Context<Customer>;

/** Throws what `boughtLine` does, `already_reviewed`, and what is wrong with the pictures. */
export async function create(ctx: Ctx, input: CreateReviewInput): Promise<OwnReview> {
  await spendBoth(ctx, WRITING);
  try {
    return await inTransaction(ctx, async (ctx) => {
      const line = await boughtLine(ctx, input.order_line_id);
      const row = await addReview(ctx, {
        ...nothingYet,
        id: uuid7(),
        storeId: ctx.store.id,
        productId: line.productId,
        orderLineId: line.id,
        variantTitle: line.variantTitle,
        userId: ctx.actor.userId,
        authorName: await authorName(ctx, input.display_name),
        rating: input.rating,
        title: input.title,
        body: input.body,
        locale: input.locale,
        pictureCount: input.picture_ids.length,
        status: firstStatus(ctx),
        writtenAt: ctx.now(),
        updatedAt: ctx.now(),
      });
      await attachReviewPictures(ctx, row.id, input.picture_ids);
      await announce(ctx, row);
      return withProduct(ctx, row);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw conflict(
      "already_reviewed",
      "You have reviewed this already. You can change what you wrote.",
    );
  }
}

const nothingYet = { rejectionNote: "", reply: "" } as const;

const firstStatus = ({ store }: Context): "pending" | "published" =>
  store.moderatesReviews ? "pending" : "published";

/** What is changed waits for staff again, as if it were new. Votes and the shop's answer stay. */
export async function update(ctx: Ctx, input: UpdateReviewInput): Promise<OwnReview> {
  await spendBoth(ctx, WRITING);
  return inTransaction(ctx, async (ctx) => {
    const before = await lockReview(ctx, input.id, own(ctx));
    const { display_name: name, picture_ids: pictureIds } = input;
    if (pictureIds !== undefined) await attachReviewPictures(ctx, before.id, pictureIds);
    const after = await changeReview(ctx, before, {
      rating: input.rating ?? before.rating,
      title: input.title ?? before.title,
      body: input.body ?? before.body,
      locale: input.locale ?? before.locale,
      authorName: name === undefined ? before.authorName : await authorName(ctx, name),
      pictureCount: pictureIds?.length ?? before.pictureCount,
      status: firstStatus(ctx),
      ...undecided,
      updatedAt: ctx.now(),
    });
    await announce(ctx, after);
    return withProduct(ctx, after);
  });
}

const undecided = {
  rejectionReason: null,
  rejectionNote: "",
  moderatedBy: null,
  moderatedAt: null,
} satisfies Partial<typeof reviewsTable.$inferInsert>;

/** What was bought can then be reviewed anew. */
export const remove = (ctx: Ctx, { id }: ReviewRef): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    const row = await lockReview(ctx, id, own(ctx));
    await dropReview(ctx, row);
    await publish(ctx, reviewRemoved(row));
  });

/** Somebody else's review is "not found" to whoever would change it. */
const own = ({ actor }: Ctx) => eq(reviews.userId, actor.userId);

async function announce(ctx: Ctx, row: ReviewRow): Promise<void> {
  await publish(ctx, reviewSubmitted(row));
  if (row.status === "published") await publish(ctx, reviewPublished(row, "store"));
}

/** "Amina A.": readers need not know more of a person who named nothing else. */
async function authorName(ctx: Ctx, displayName: string): Promise<string> {
  if (displayName !== "") return displayName;
  const user = await users.findById(ctx, ctx.actor.userId);
  if (user === null) throw notFound("user");
  const [initial] = user.lastName;
  return initial === undefined ? user.firstName : `${user.firstName} ${initial}.`;
}

async function withProduct(ctx: Ctx, row: ReviewRow): Promise<OwnReview> {
  const [product] = await ctx.db
    .select({ id: productsTable.id, slug: productsTable.slug, title: productsTable.title })
    .from(productsTable)
    .where(and(eq(productsTable.storeId, ctx.store.id), eq(productsTable.id, row.productId)));
  if (product === undefined) throw notFound("product");
  const pictures = await picturesOf(ctx, [row]);
  return ownReviewOf(row, product, pictures.get(row.id) ?? []);
}
