/** What the demo store's customers say of its products, with something for staff to do. */
import { type Context, type Customer, products, reviews, users } from "@souk/api";
import {
  type DemoReview,
  demoReplies,
  demoReviews,
  pendingReviews,
  reportedReviews,
} from "./demo/reviews/index.ts";

const DAY_MS = 86_400_000;
/** The shop answers within so long. */
const REPLY_AFTER_MS = 0.6 * DAY_MS;

const nameOf = ({ slug, author }: DemoReview): string => `${slug} ${author}`;

/** `voters`: addresses of customers, who find some reviews helpful; the first has reported some. */
export async function saveReviews(ctx: Context, voters: readonly string[]): Promise<void> {
  const published = demoReviews.map((review) => draftOf(ctx, review, "published"));
  const pending = pendingReviews.map((review) => draftOf(ctx, review, "pending"));
  for (const [slug, drafts] of Map.groupBy([...published, ...pending], (draft) => draft.slug)) {
    const productId = await products.productIdOf(ctx, slug);
    if (productId === null) throw new Error(`there is no product ${slug}`);
    await reviews.importReviews(
      ctx,
      productId,
      drafts.map(({ draft }) => draft),
    );
  }
  const actors = await Promise.all(voters.map((email) => customerOf(ctx, email)));
  for (const [i, actor] of actors.entries()) await speakAs({ ...ctx, actor }, i);
}

function draftOf(ctx: Context, review: DemoReview, status: "pending" | "published") {
  const writtenAt = new Date(ctx.now().getTime() - review.daysAgo * DAY_MS);
  const reply = demoReplies[nameOf(review)];
  const repliedAt = new Date(writtenAt.getTime() + REPLY_AFTER_MS);
  const draft = {
    ...{ key: `demo ${nameOf(review)}`, authorName: review.author, status, writtenAt },
    ...{ rating: review.rating, title: review.title, body: review.body },
    reply: reply === undefined ? null : { body: reply, repliedAt },
  };
  return { slug: review.slug, draft };
}

async function customerOf(ctx: Context, email: string): Promise<Customer> {
  const user = await users.findByEmail(ctx, email);
  if (user === null) throw new Error(`nobody has the address ${email}`);
  return {
    ...{ kind: "customer", userId: user.id, sessionId: "seed", email, via: "token" },
    ...{ authenticatedAt: null, permissions: new Set(), lacksSecondFactor: false },
  };
}

/** The first finds every third review helpful, the second every fifth. */
async function speakAs(ctx: Context<Customer>, nth: number): Promise<void> {
  for (const slug of new Set(demoReviews.map((review) => review.slug))) {
    const wish = { id: slug, limit: 10, sort: "newest" } as const;
    const { items } = await reviews.list(ctx, wish);
    for (const [i, { id, author_name: author }] of items.entries()) {
      if ((slug.length + i) % (nth === 0 ? 3 : 5) === 0) {
        await reviews.vote(ctx, { id, vote: "helpful" });
      }
      const note = nth === 0 ? reportedReviews[`${slug} ${author}`] : undefined;
      if (note !== undefined) await reviews.report(ctx, { id, reason: "off_topic", note });
    }
  }
}
