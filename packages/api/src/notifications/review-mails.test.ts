/** What the author of a review is told, and that nobody's words become markup. */
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consume, sequence } from "../kernel/event-log.ts";
import type { Mail } from "../ports/mailer.ts";
import * as shipping from "../shipping/service.ts";
import { freshClient } from "../testing/accounts.ts";
import { type Buyer, registerBuyer } from "../testing/buyer.ts";
import { addProduct } from "../testing/catalog.ts";
import { standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerStaff } from "../testing/staff.ts";
import { mailConsumer } from "./service/index.ts";

describe.each(engines)("mails about reviews on %s", (engine) => {
  let shop: Shop;
  let staff: ReturnType<Shop["as"]>["reviews"]["moderation"];
  let slug: string;
  let variantId: string;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    staff = shop.as((await registerStaff(shop, "support")).actor).reviews.moderation;
    ({ slug, variantId } = await addProduct(shop, { title: "Mug <i>one</i>", stock: 50 }));
  });
  afterAll(() => shop.close());

  const callsOf = ({ actor }: Buyer) => shop.as(actor, freshClient()).reviews;
  const writeOne = async () => {
    const buyer = await registerBuyer(shop, [variantId]);
    const words = { rating: 4, body: "It holds tea." };
    const { id } = await callsOf(buyer).create({
      order_line_id: buyer.lineIds[0] ?? "",
      ...words,
    });
    await mailsTo(buyer);
    return { buyer, id };
  };

  /** Those that have not been delivered yet. */
  const mailsTo = async ({ email }: Buyer): Promise<readonly Mail[]> => {
    const mails: Mail[] = [];
    const mailer = {
      send: (mail: Mail) => {
        mails.push(mail);
        return Promise.resolve();
      },
    };
    const { db, store, now } = shop.ctx();
    const onFailure = (_event: unknown, error: unknown) => {
      throw error;
    };
    await sequence(db, store.id);
    const options = { db, storeId: store.id, node: "test", now, onFailure };
    while ((await consume(mailConsumer(shop.ctx(), mailer), options)) > 0);
    return mails.filter(({ to }) => to === email);
  };

  it("bring the news that it is published, once", async () => {
    const { buyer, id } = await writeOne();
    await staff.publish({ id });
    await staff.publish({ id });
    const [mail, ...more] = await mailsTo(buyer);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Your review of Mug <i>one</i> is published");
    expect(mail?.text).toContain(`https://shop.example/products/${slug}`);
    expect(mail?.html).not.toContain("<i>one</i>");
  });

  it("bring the reason and the note of a rejection, as text", async () => {
    const { buyer, id } = await writeOne();
    await staff.reject({ id, reason: "spam", note: "No <b>links</b>, please." });
    await staff.reject({ id, reason: "spam", note: "No <b>links</b>, please." });
    const [mail, ...more] = await mailsTo(buyer);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("It reads like an advertisement.");
    expect(mail?.text).toContain("No <b>links</b>, please.");
    expect(mail?.html).toContain("No &lt;b&gt;links&lt;/b&gt;, please.");
  });

  it("bring the shop's first answer, and not each correction of it", async () => {
    const { buyer, id } = await writeOne();
    await staff.publish({ id });
    await mailsTo(buyer);
    await staff.reply({ id, body: "Thank yuo." });
    expect((await mailsTo(buyer)).map(({ text }) => text)).toEqual([
      expect.stringContaining("Thank yuo."),
    ]);
    await staff.reply({ id, body: "Thank you." });
    expect(await mailsTo(buyer)).toEqual([]);
  });

  it("say nothing that holds no more when they are written", async () => {
    const { buyer, id } = await writeOne();
    await staff.publish({ id });
    await staff.reject({ id, reason: "off_topic" });
    expect((await mailsTo(buyer)).map(({ subject }) => subject)).toEqual([
      "Your review of Mug <i>one</i> was not published",
    ]);
    await staff.publish({ id });
    await callsOf(buyer).remove({ id });
    expect(await mailsTo(buyer)).toEqual([]);
  });
});
