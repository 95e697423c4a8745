/** Reviews: who may write and judge them, and that they count exactly, on both engines. */
import { statementsOf, uuid7 } from "@souk/db";
import { reviews as reviewsTable, reviewVotes } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as products from "../products/service/index.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { type Buyer, registerBuyer } from "../testing/buyer.ts";
import { addProduct } from "../testing/catalog.ts";
import { standardShipping } from "../testing/checkout.ts";
import { toldPicture } from "../testing/files.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { openNeighbour } from "../testing/neighbour.ts";
import { registerStaff } from "../testing/staff.ts";
import * as reviews from "./service/index.ts";

describe.each(engines)("reviews on %s", (engine) => {
  let shop: Shop;
  let staff: ReturnType<Shop["as"]>;
  let slug: string;
  let productId: string;
  let variantIds: readonly string[];
  let buyer: Buyer;
  const anybody = () => shop.as({ kind: "anonymous" });
  const summary = () => anybody().reviews.summary({ id: slug });

  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    await shipping.saveMethod(shop.ctx(), standardShipping);
    staff = shop.as((await registerStaff(shop, "support")).actor);
    const product = await addProduct(shop, {
      options: [{ name: "Size", values: ["S", "M", "L"] }],
      variants: ["S", "M", "L"].map((value) => ({ values: [value], price: 900, onHand: 500 })),
    });
    ({ slug, productId } = product);
    variantIds = product.variants.map(({ id }) => id);
    buyer = await registerBuyer(shop, variantIds.slice(0, 2));
  });
  afterAll(() => shop.close());

  const write = (who: Buyer, line: number, more: object = {}) =>
    shop.as(who.actor).reviews.create({
      order_line_id: who.lineIds[line] ?? "",
      rating: 4,
      body: "Good <b>mug</b>.\nWould buy again.",
      ...more,
    });

  it("are written once for what was bought, and wait until staff publishes them", async () => {
    const review = await write(buyer, 0, { title: "Fine", rating: 5 });
    expect(review).toMatchObject({
      ...{ status: "pending", verified_purchase: true, variant_title: "S", rating: 5 },
      body: "Good <b>mug</b>.\nWould buy again.",
    });
    expect((await anybody().reviews.list({ id: slug, limit: 10 })).items).toEqual([]);
    expect(await summary()).toMatchObject({ count: 0, average: 0 });
    await expect(write(buyer, 0)).rejects.toMatchObject({ code: "CONFLICT" });

    const { items } = await staff.reviews.moderation.queue({ status: "pending", limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([review.id]);
    expect(await staff.reviews.moderation.counts()).toEqual({ pending: 1, reported: 0 });
    expect((await staff.reviews.moderation.get({ id: review.id })).order).toMatchObject({
      ...{ number: expect.stringMatching(/^T-\d+$/), quantity: 1 },
    });
    await staff.reviews.moderation.publish({ id: review.id, updated_at: review.updated_at });
    expect(await staff.reviews.moderation.counts()).toEqual({ pending: 0, reported: 0 });
    await staff.reviews.moderation.reply({ id: review.id, body: "Thank you." });
    expect((await anybody().reviews.list({ id: slug, limit: 10 })).items).toMatchObject([
      { id: review.id, title: "Fine", reply: { body: "Thank you." }, my_vote: null },
    ]);
    expect(await summary()).toMatchObject({ count: 1, average: 500, histogram: { "5": 1 } });
    const { items: listed } = await anybody().products.list({ limit: 10 });
    expect(listed.find((one) => one.slug === slug)?.rating).toEqual({ average: 500, count: 1 });
  });

  it("are rejected with a reason, told to their author, and looked at again when changed", async () => {
    const review = await write(buyer, 1, { rating: 1 });
    await staff.reviews.moderation.reject({ id: review.id, reason: "spam", note: "No links." });
    const { items } = await shop.as(buyer.actor).reviews.mine({ limit: 10 });
    expect(items[0]).toMatchObject({
      ...{ id: review.id, status: "rejected", rejection_reason: "spam" },
      rejection_note: "No links.",
    });
    const changed = await shop
      .as(buyer.actor)
      .reviews.update({ id: review.id, body: "Better now.", rating: 2 });
    expect(changed).toMatchObject({ status: "pending", rejection_reason: null });
    const stale = { id: review.id, updated_at: review.updated_at };
    await expect(staff.reviews.moderation.publish(stale)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await staff.reviews.moderation.publish({ id: review.id });
    expect(await summary()).toMatchObject({ count: 2, average: 350 });
    await shop.as(buyer.actor).reviews.remove({ id: review.id });
    expect(await summary()).toMatchObject({ count: 1, average: 500 });
  });

  it("are nobody else's to write, change or judge", async () => {
    const other = await registerCustomer(shop);
    const theirs = shop.as(other.actor);
    await expect(write({ ...buyer, ...other }, 0)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [mine] = (await shop.as(buyer.actor).reviews.mine({ limit: 1 })).items;
    const id = mine?.id ?? "";
    for (const refused of [
      () => theirs.reviews.update({ id, body: "x" }),
      () => theirs.reviews.remove({ id }),
      () => theirs.reviews.update({ id: uuid7(), body: "x" }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(theirs.reviews.moderation.publish({ id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const neighbour = await openNeighbour(shop, `beside-${engine}`);
    const foreign = neighbour.as((await registerStaff(neighbour, "owner")).actor);
    await expect(foreign.reviews.moderation.get({ id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(shop.as(buyer.actor).reviews.vote({ id, vote: "helpful" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("show pictures that their author uploaded, each in one review", async () => {
    const fan = await registerBuyer(shop, variantIds.slice(0, 2));
    const calls = shop.as(fan.actor);
    const { id: assetId } = await calls.media.uploadForReview({ file: toldPicture(600, 400, "a") });
    const review = await write(fan, 0, { picture_ids: [assetId] });
    expect(review.pictures).toMatchObject([{ id: assetId, width: 600, height: 400 }]);
    await expect(write(fan, 1, { picture_ids: [assetId] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    const thief = await registerBuyer(shop, variantIds.slice(2));
    await expect(write(thief, 0, { picture_ids: [assetId] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await staff.reviews.moderation.publishMany({ ids: [review.id, uuid7()] }).then((result) => {
      expect(result).toMatchObject({ done: 1, errors: [{ row: 1, code: "review_not_found" }] });
    });
    const shown = await anybody().reviews.list({ id: slug, limit: 10, with_pictures: true });
    expect(shown.items.map(({ id }) => id)).toEqual([review.id]);
  });

  it("count each voice once, however many speak at the same time", async () => {
    const [review] = (await anybody().reviews.list({ id: slug, limit: 1, sort: "newest" })).items;
    const id = review?.id ?? "";
    const voters = await Promise.all([1, 2, 3, 4].map(() => registerCustomer(shop)));
    const votes = ["helpful", "helpful", "unhelpful", "none"] as const;
    await Promise.all(
      voters.flatMap(({ actor }, i) =>
        [0, 1, 2].map(() => shop.as(actor).reviews.vote({ id, vote: votes[i] ?? "none" })),
      ),
    );
    const [after] = (await anybody().reviews.list({ id: slug, limit: 1, sort: "newest" })).items;
    expect(after).toMatchObject({ helpful_count: 2, unhelpful_count: 1 });
    await shop.as(voters[0]?.actor ?? buyer.actor).reviews.report({ id, reason: "spam" });
    await expect(
      shop.as(voters[0]?.actor ?? buyer.actor).reviews.report({ id, reason: "spam" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const reported = await staff.reviews.moderation.queue({ reported: true, limit: 10 });
    expect(reported.items).toMatchObject([{ id, open_reports: 1 }]);
    expect(await staff.reviews.moderation.counts()).toMatchObject({ reported: 1 });
    expect(await staff.reviews.moderation.closeReports({ id })).toMatchObject({ open_reports: 0 });
  });

  it("list in as many statements, whatever there is to list", async () => {
    const few = await statementsOf(() => anybody().reviews.list({ id: slug, limit: 1 }));
    const many = await statementsOf(() => anybody().reviews.list({ id: slug, limit: 100 }));
    expect(many.statements.length).toBeLessThanOrEqual(Math.max(few.statements.length, 3));
  });

  it("count for their product exactly, after any history, also at the same time", async () => {
    const step = fc.record({
      do: fc.constantFrom("import", "publish", "reject", "rate", "remove"),
      nth: fc.nat(20),
      rating: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 6 }),
        async (runs) => {
          const { productId: id } = await addProduct(shop);
          for (const together of runs) {
            await Promise.all(together.map((one) => act(id, one)));
          }
          const rows = await shop.test.database.system
            .select()
            .from(reviewsTable)
            .where(and(eq(reviewsTable.productId, id), eq(reviewsTable.status, "published")));
          const told = await products.ratingFor(shop.ctx(), { id });
          const sum = rows.reduce((all, { rating }) => all + rating, 0);
          expect(told.rating.count).toBe(rows.length);
          expect(told.rating.average).toBe(
            rows.length === 0 ? 0 : Math.floor((200 * sum + rows.length) / (2 * rows.length)),
          );
          expect(await products.ratingDifferences(shop.ctx())).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  type Step = { readonly do: string; readonly nth: number; readonly rating: number };

  /** Whoever comes too late for a review that is gone is told so, which is fine here. */
  async function act(id: string, { do: what, nth, rating }: Step): Promise<void> {
    const ctx = shop.ctx();
    if (what === "import") {
      const words = { body: "x", authorName: "A", writtenAt: new Date() };
      await reviews.importReviews(ctx, id, [{ key: uuid7(), rating, ...words }]);
      return;
    }
    const all = await shop.test.database.system
      .select({ id: reviewsTable.id })
      .from(reviewsTable)
      .where(eq(reviewsTable.productId, id))
      .orderBy(reviewsTable.id);
    const target = all[nth % Math.max(all.length, 1)]?.id;
    if (target === undefined) return;
    const author = shop.as(buyer.actor, freshClient()).reviews;
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      publish: () => staff.reviews.moderation.publish({ id: target }),
      reject: () => staff.reviews.moderation.reject({ id: target, reason: "other" }),
      rate: () => own(target).then(() => author.update({ id: target, rating })),
      remove: () => own(target).then(() => author.remove({ id: target })),
    };
    await acts[what]?.().catch((error: unknown) => {
      if (!/No such review|NOT_FOUND|hour/.test(String(error))) throw error;
    });
  }

  /** As if the buyer had written it. */
  const own = async (id: string): Promise<void> => {
    await shop.test.database.system
      .update(reviewsTable)
      .set({ userId: buyer.actor.userId })
      .where(eq(reviewsTable.id, id));
  };

  it("keep their stars and lose their words when their author goes", async () => {
    const leaver = await registerBuyer(shop, variantIds.slice(0, 1));
    const review = await write(leaver, 0, { title: "Secret name", rating: 3 });
    await staff.reviews.moderation.publish({ id: review.id });
    const [other] = (await anybody().reviews.list({ id: slug, limit: 5, rating: [5] })).items;
    await shop.as(leaver.actor).reviews.vote({ id: other?.id ?? "", vote: "helpful" });
    const before = await summary();
    await shop.as(leaver.actor).privacy.eraseMe({ confirm: leaver.email });
    expect(await summary()).toEqual(before);
    const kept = await staff.reviews.moderation.get({ id: review.id });
    expect(kept).toMatchObject({ author_name: "", title: "", body: "", user_id: null, rating: 3 });
    const votes = await shop.test.database.system
      .select()
      .from(reviewVotes)
      .where(eq(reviewVotes.reviewId, other?.id ?? ""));
    const [after] = (await anybody().reviews.list({ id: slug, limit: 5, rating: [5] })).items;
    expect(after?.helpful_count).toBe(votes.filter(({ isHelpful }) => isHelpful).length);
    expect(productId).toBe(before.product_id);
  });
});
