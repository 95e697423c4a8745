/** Pictures of customers for their reviews: theirs alone, few, and gone when no review shows them. */
import { uuid7 } from "@souk/db";
import { reviewPictures, reviews } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context, Customer } from "../kernel/context.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { toldPicture } from "../testing/files.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey } from "../testing/staff.ts";
import { assetRow, cleanFiles, storedOf } from "../testing/uploads.ts";
import * as media from "./service/index.ts";
import { MAX_WAITING_PICTURES, REVIEW_UPLOADS_BY_ACCOUNT } from "./service/upload.ts";

const HOUR_MS = 3_600_000;

describe.each(engines)("pictures for reviews on %s", (engine) => {
  let shop: Shop;
  let productId: string;
  beforeAll(async () => {
    shop = await openShop(engine);
    ({ productId } = await addProduct(shop));
  });
  afterAll(() => shop.close());

  const taking = async () => {
    const { actor } = await registerCustomer(shop);
    const calls = (): ReturnType<Shop["as"]>["media"] => shop.as(actor, freshClient()).media;
    const take = (mark: string) => calls().uploadForReview({ file: toldPicture(900, 600, mark) });
    return { actor, take };
  };
  /** As the reviews domain does it. */
  const attach = (ctx: Context<Customer>, ids: readonly string[]) =>
    ctx.db.transaction(async (db) => {
      const found = await media.ownReviewPictures({ ...ctx, db }, ids);
      const storeId = shop.store.id;
      const reviewId = uuid7();
      const now = ctx.now();
      await db.insert(reviews).values({
        ...{ id: reviewId, storeId, productId, userId: ctx.actor.userId, rating: 5, locale: "" },
        ...{ variantTitle: "", authorName: "", title: "", body: "", status: "pending" },
        ...{ rejectionNote: "", reply: "", writtenAt: now, updatedAt: now },
      });
      await db.insert(reviewPictures).values(
        found.map(({ assetId }, position) => ({
          ...{ storeId, reviewId, position },
          assetId: assetId ?? "",
        })),
      );
      return reviewId;
    });

  it("are shown by one review of theirs, and by nobody else's", async () => {
    const erin = await taking();
    const omar = await taking();
    const asset = await erin.take("one review");
    const asOmar = shop.ctx({ actor: omar.actor }) as Context<Customer>;
    const asErin = shop.ctx({ actor: erin.actor }) as Context<Customer>;
    const refused = { reason: "asset_unknown", fields: { "pictures.0": [expect.any(String)] } };
    await expect(attach(asOmar, [asset.id])).rejects.toMatchObject(refused);
    await attach(asErin, [asset.id]);
    await expect(attach(asErin, [asset.id])).rejects.toMatchObject(refused);
    // The same file for another review, or of somebody else, is another asset.
    const again = await erin.take("one review");
    expect(again.id).not.toBe(asset.id);
    expect((await erin.take("one review")).id).toBe(again.id);
    expect((await omar.take("one review")).id).not.toBe(again.id);
    // The library of staff does not hold them.
    const staff = await makeKey(shop, "products:read");
    const seen = shop.as(staff.actor).media.get({ id: asset.id });
    await expect(seen).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("are forgotten after a day, with their files, unless a review shows them", async () => {
    const erin = await taking();
    const waiting = await erin.take("waiting");
    const shown = await erin.take("shown in time");
    await attach(shop.ctx({ actor: erin.actor }) as Context<Customer>, [shown.id]);
    shop.advance(23 * HOUR_MS);
    await media.sweep(shop.ctx());
    expect(await assetRow(shop, waiting)).toBeDefined();
    shop.advance(2 * HOUR_MS);
    expect(await media.sweep(shop.ctx())).toBeGreaterThan(0);
    await cleanFiles(shop);
    expect(await assetRow(shop, waiting)).toBeUndefined();
    expect(storedOf(shop, waiting)).toEqual([]);
    expect(await assetRow(shop, shown)).toBeDefined();
    expect(storedOf(shop, shown)).toHaveLength(3);
  });

  it("are limited in number, also for those that come at once", async () => {
    const erin = await taking();
    const tries = Array.from({ length: MAX_WAITING_PICTURES + 4 }, (_, i) => erin.take(`n ${i}`));
    const ended = await Promise.allSettled(tries);
    const refused = ended.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(4);
    expect(refused[0]).toMatchObject({ reason: { cause: { reason: "too_many_pictures" } } });
  });

  it("are limited in an hour, for the account", async () => {
    const erin = await taking();
    for (let i = 0; i < REVIEW_UPLOADS_BY_ACCOUNT.times; i += 1) await erin.take("again");
    await expect(erin.take("again")).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    shop.advance(HOUR_MS);
    await erin.take("again");
  });

  it("go with their person, and those that a review of theirs shows go too", async () => {
    const erin = await taking();
    const waiting = await erin.take("erased");
    const shown = await erin.take("shown by the review");
    await attach(shop.ctx({ actor: erin.actor }) as Context<Customer>, [shown.id]);
    const calls = shop.as(erin.actor, freshClient());
    const { categories } = await calls.privacy.exportMine();
    expect(categories["uploads"]).toMatchObject([
      { url: waiting.url, purpose: "review" },
      { url: shown.url, purpose: "review" },
    ]);
    await calls.privacy.eraseMe({ confirm: erin.actor.email });
    await cleanFiles(shop);
    for (const picture of [waiting, shown]) {
      expect(await assetRow(shop, picture)).toBeUndefined();
      expect(storedOf(shop, picture)).toEqual([]);
    }
  });
});
