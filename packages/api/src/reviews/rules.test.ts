/** The small rules of reviews: what counts as bought, what text may hold, how often, who is told. */
import { uuid7 } from "@souk/db";
import { orders, products as productsTable } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { type Buyer, registerBuyer } from "../testing/buyer.ts";
import { addProduct } from "../testing/catalog.ts";
import { standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerStaff, registerWith } from "../testing/staff.ts";
import { actsOf } from "../testing/trail.ts";
import * as reviews from "./service/index.ts";

describe.each(engines)("the rules of reviews on %s", (engine) => {
  let shop: Shop;
  let staff: ReturnType<Shop["as"]>["reviews"]["moderation"];
  let slug: string;
  let productId: string;
  let variantId: string;
  beforeAll(async () => {
    shop = await openShop(engine, { sqlite: "file" });
    await shipping.saveMethod(shop.ctx(), standardShipping);
    staff = shop.as((await registerStaff(shop, "support")).actor).reviews.moderation;
    ({ slug, productId, variantId } = await addProduct(shop, { stock: 500 }));
  });
  afterAll(() => shop.close());

  const database = () => shop.test.database.system;
  const anybody = () => shop.as({ kind: "anonymous" }).reviews;
  const callsOf = (buyer: Pick<Buyer, "actor">) => shop.as(buyer.actor, freshClient()).reviews;
  const write = (buyer: Buyer, more: object = {}) =>
    callsOf(buyer).create({
      order_line_id: buyer.lineIds[0] ?? "",
      rating: 4,
      body: "It holds tea.",
      ...more,
    });
  const reason = (text: string) => ({ cause: { reason: text } });

  it("let a line be reviewed only when it is paid for and not canceled", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const mine = eq(orders.userId, buyer.actor.userId);
    for (const [state, code] of [
      [{ status: "canceled" }, "order_canceled"],
      [{ status: "placed", paymentStatus: "none" }, "order_not_paid"],
    ] as const) {
      await database().update(orders).set(state).where(mine);
      await expect(write(buyer)).rejects.toMatchObject(reason(code));
      expect((await callsOf(buyer).eligible({ limit: 10 })).items).toEqual([]);
    }
    await database().update(orders).set({ status: "placed", paymentStatus: "paid" }).where(mine);
    const found = await callsOf(buyer).eligible({ limit: 10, product_id: productId });
    expect(found.items).toMatchObject([{ order_line_id: buyer.lineIds[0], product: { slug } }]);
    await write(buyer);
    expect((await callsOf(buyer).eligible({ limit: 10 })).items).toEqual([]);
  });

  it("let nothing be written of what lies in the bin", async () => {
    const gone = await addProduct(shop);
    const buyer = await registerBuyer(shop, [gone.variantId]);
    await database()
      .update(productsTable)
      .set({ status: "draft", deletedAt: new Date() })
      .where(eq(productsTable.id, gone.productId));
    await expect(write(buyer)).rejects.toMatchObject(reason("product_gone"));
    expect((await callsOf(buyer).eligible({ limit: 10 })).items).toEqual([]);
    await expect(anybody().list({ id: gone.slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(anybody().summary({ id: gone.slug })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("take one of many tries to review the same line at once", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => write(buyer)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries.filter((one) => one.status === "rejected")) {
      expect(one.reason).toMatchObject(reason("already_reviewed"));
    }
  });

  it("refuse what is no review, and name the field", async () => {
    const writer = await registerCustomer(shop);
    for (const [wrong, field] of [
      [{ rating: 0 }, "rating"],
      [{ rating: 6 }, "rating"],
      [{ rating: 4.5 }, "rating"],
      [{ body: " \n " }, "body"],
      [{ body: "x".repeat(5001) }, "body"],
      [{ body: "a\u0000b" }, "body"],
      [{ body: "a\u001b[31mb" }, "body"],
      [{ title: "two\nlines" }, "title"],
      [{ title: "x".repeat(121) }, "title"],
      [{ display_name: "x".repeat(61) }, "display_name"],
      [{ locale: "no locale" }, "locale"],
      [{ picture_ids: Array.from({ length: 6 }, () => uuid7()) }, "picture_ids"],
      [{ status: "published" }, "status"],
    ] as const) {
      const input = { order_line_id: uuid7(), rating: 4, body: "x", ...wrong };
      const writing = callsOf(writer).create(input);
      await expect(writing, field).rejects.toMatchObject({ code: "BAD_REQUEST" });
      await expect(writing).rejects.toThrow(field);
    }
  });

  it("keep what is written as text, with line breaks of one kind", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const body = "  <script>alert(1)</script>\r\nhttps://link.example\r\tand on ";
    const review = await write(buyer, { body, display_name: "<b>Me</b>" });
    expect(review.body).toBe("<script>alert(1)</script>\nhttps://link.example\n\tand on");
    expect(review.author_name).toBe("<b>Me</b>");
  });

  it("name their author by first name and initial, unless they chose a name", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const review = await write(buyer);
    expect(review.author_name).toBe("Amina A.");
    const renamed = await callsOf(buyer).update({ id: review.id, display_name: "Tea lover" });
    expect(renamed.author_name).toBe("Tea lover");
    const back = await callsOf(buyer).update({ id: review.id, display_name: "" });
    expect(back.author_name).toBe("Amina A.");
    expect(back.body).toBe(review.body);
  });

  it("are published at once where the store does not moderate", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const ctx = shop.ctx({ request: freshClient() });
    const open = { ...ctx, actor: buyer.actor, store: { ...ctx.store, moderatesReviews: false } };
    const before = await anybody().summary({ id: slug });
    const line = { order_line_id: buyer.lineIds[0] ?? "", title: "", display_name: "" };
    const words = { body: "At once.", locale: "", picture_ids: [] };
    const review = await reviews.create(open, { ...line, ...words, rating: 2 });
    expect(review.status).toBe("published");
    const after = await anybody().summary({ id: slug });
    expect(after.histogram[2]).toBe(before.histogram[2] + 1);
    await reviews.update(open, { id: review.id, rating: 3 });
    expect((await anybody().summary({ id: slug })).histogram).toEqual({
      ...before.histogram,
      3: before.histogram[3] + 1,
    });
  });

  it("are limited by account, and the next hour is another", async () => {
    const writer = await registerCustomer(shop);
    const line = { order_line_id: uuid7(), rating: 4, body: "x" };
    const attempt = () => callsOf(writer).create(line);
    for (let i = 0; i < 20; i += 1) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(attempt()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    shop.advance(3_600_001);
    await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leave a trace of each act of staff, and close the reports they judged", async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const { id } = await write(buyer);
    await staff.publish({ id });
    const reporter = await registerCustomer(shop);
    await callsOf(reporter).report({ id, reason: "spam", note: "An advertisement." });
    expect(await staff.get({ id })).toMatchObject({
      open_reports: 1,
      reports: [{ reason: "spam", note: "An advertisement.", closed_at: null }],
    });
    const rejected = await staff.reject({ id, reason: "spam" });
    expect(rejected).toMatchObject({ open_reports: 0, moderated_at: expect.any(String) });
    expect(rejected.reports[0]?.closed_at).not.toBeNull();
    await staff.reply({ id, body: "Please write of the mug." });
    await staff.reply({ id, body: "Please write of the mug." });
    await staff.removeReply({ id });
    await expect(staff.removeReply({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const action of [
      "review.published",
      "review.rejected",
      "review.reports_closed",
      "review.replied",
      "review.reply_removed",
    ] as const) {
      expect(await actsOf(shop, { action, subjectId: id }), action).toHaveLength(1);
    }
  });

  it("take neither voice nor report before they are published", async () => {
    const { id } = await write(await registerBuyer(shop, [variantId]));
    const reader = callsOf(await registerCustomer(shop));
    for (const act of [
      () => reader.vote({ id, vote: "helpful" }),
      () => reader.report({ id, reason: "spam" }),
    ]) {
      await expect(act()).rejects.toMatchObject({
        ...{ code: "NOT_FOUND", cause: { reason: "review_not_found" } },
      });
    }
  });

  it("are the same to who judges them, however many voices they got meanwhile", async () => {
    const { id } = await write(await registerBuyer(shop, [variantId]));
    const { updated_at } = await staff.publish({ id });
    shop.advance(1000);
    await callsOf(await registerCustomer(shop)).vote({ id, vote: "helpful" });
    const rejected = await staff.reject({ id, reason: "spam", updated_at });
    expect(rejected).toMatchObject({ status: "rejected", helpful_count: 1 });
  });

  it("need the permission to be judged, and reading is not writing", async () => {
    const reader = shop.as((await registerWith(shop, "reviews:read")).actor).reviews.moderation;
    const { items } = await reader.queue({ limit: 1 });
    const id = items[0]?.id ?? "";
    await reader.get({ id });
    for (const refused of [
      () => reader.publish({ id }),
      () => reader.reject({ id, reason: "spam" }),
      () => reader.publishMany({ ids: [id] }),
      () => reader.rejectMany({ ids: [id], reason: "spam" }),
      () => reader.reply({ id, body: "x" }),
      () => reader.removeReply({ id }),
      () => reader.closeReports({ id }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("that were never published go with their author", async () => {
    const leaver = await registerBuyer(shop, [variantId]);
    const { id } = await write(leaver);
    const mine = shop.as(leaver.actor, freshClient()).privacy;
    const { categories } = await mine.exportMine();
    expect(categories["reviews"]).toMatchObject([{ id, body: "It holds tea.", status: "pending" }]);
    await mine.eraseMe({ confirm: leaver.email });
    await expect(staff.get({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
