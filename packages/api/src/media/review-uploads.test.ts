/** Pictures of customers for their reviews: theirs alone, few, and gone when no review shows them. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient } from "../testing/accounts.ts";
import { registerBuyer } from "../testing/buyer.ts";
import { addProduct } from "../testing/catalog.ts";
import { standardShipping } from "../testing/checkout.ts";
import { toldPicture } from "../testing/files.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { makeKey } from "../testing/staff.ts";
import { meet } from "../testing/turns.ts";
import { assetRow, cleanFiles, storedOf } from "../testing/uploads.ts";
import * as media from "./service/index.ts";
import { dropUnattached } from "./service/sweep.ts";
import { MAX_WAITING_PICTURES, REVIEW_UPLOADS_BY_ACCOUNT } from "./service/upload.ts";

const HOUR_MS = 3_600_000;

describe.each(engines)("pictures for reviews on %s", (engine) => {
  let shop: Shop;
  let variantIds: readonly string[];
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    const { variants } = await addProduct(shop, {
      options: [{ name: "Size", values: ["S", "M"] }],
      variants: ["S", "M"].map((value) => ({ values: [value], price: 900, onHand: 500 })),
    });
    variantIds = variants.map(({ id }) => id);
  });
  afterAll(() => shop.close());

  /** Somebody who has bought it twice. */
  const taking = async () => {
    const { actor, lineIds } = await registerBuyer(shop, variantIds);
    const calls = (): ReturnType<Shop["as"]> => shop.as(actor, freshClient());
    const take = (mark: string) =>
      calls().media.uploadForReview({ file: toldPicture(900, 600, mark) });
    const show = (picture_ids: string[], line = 0) =>
      calls().reviews.create({
        ...{ order_line_id: lineIds[line] ?? "", rating: 5, body: "As shown." },
        picture_ids,
      });
    return { actor, calls, take, show };
  };
  const refusedFor = (reason: string) => ({
    cause: { reason, fields: { picture_ids: [expect.any(String)] } },
  });

  it("are shown by one review of theirs, and by nobody else's", async () => {
    const erin = await taking();
    const omar = await taking();
    const asset = await erin.take("one review");
    const unknown = refusedFor("picture_unknown");
    await expect(omar.show([asset.id])).rejects.toMatchObject(unknown);
    const review = await erin.show([asset.id.toUpperCase()]);
    expect(review.pictures).toMatchObject([{ url: asset.url }]);
    await expect(erin.show([asset.id], 1)).rejects.toMatchObject(refusedFor("picture_in_use"));
    const twice = [asset.id, asset.id.toUpperCase()];
    const repeated = refusedFor("picture_repeated");
    await expect(erin.show(twice, 1)).rejects.toMatchObject(repeated);
    // Its own review may be changed without naming others.
    await erin.calls().reviews.update({ id: review.id, picture_ids: [asset.id] });
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
    await erin.show([shown.id]);
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

  it("stay where a review took one just before its row was locked", async () => {
    const erin = await taking();
    const [shown, waiting] = [await erin.take("taken"), await erin.take("left over")];
    await erin.show([shown.id]);
    const both = [shown.id, waiting.id];
    expect(await inTransaction(shop.ctx(), (ctx) => dropUnattached(ctx, both))).toBe(1);
    expect(await assetRow(shop, shown)).toBeDefined();
    expect(await assetRow(shop, waiting)).toBeUndefined();
  });

  it("are refused to a review that comes while they are being swept away", async () => {
    const erin = await taking();
    const asset = await erin.take("too late");
    shop.advance(25 * HOUR_MS);
    const ended = await meet(shop.ctx(), media.sweep, () => erin.show([asset.id]));
    expect(ended).toMatchObject({ status: "rejected", reason: refusedFor("picture_unknown") });
    await cleanFiles(shop);
    expect(storedOf(shop, asset)).toEqual([]);
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
    await erin.show([shown.id]);
    const calls = erin.calls();
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
