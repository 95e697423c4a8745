/** Who waits for something hears of it once, in turn, and can take the wish back. */
import { stockAlerts } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consume, sequence } from "../kernel/event-log.ts";
import { mailConsumer } from "../notifications/service/index.ts";
import type { Mail } from "../ports/mailer.ts";
import * as products from "../products/service/index.ts";
import { freshClient, registerCustomer } from "../testing/accounts.ts";
import { type AddedProduct, addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerWith } from "../testing/staff.ts";
import * as inventory from "./service/index.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const ANYBODY = { kind: "anonymous" } as const;

describe.each(engines)("waiting for stock on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const guest = () => shop.as(ANYBODY, freshClient()).inventory.alerts;
  const receive = (variant_id: string, quantity = 1) =>
    inventory.receive(shop.ctx(), { variant_id, quantity });
  const count = (variant_id: string, on_hand: number) =>
    inventory.count(shop.ctx(), { variant_id, on_hand });
  const tellAll = async (mails: Mail[], failAt = -1): Promise<void> => {
    const send = (mail: Mail) => {
      if (mails.length === failAt) return Promise.reject(new Error("no mail now"));
      mails.push(mail);
      return Promise.resolve();
    };
    const { db, store, now } = shop.ctx();
    await sequence(db, store.id);
    const options = { db, storeId: store.id, node: "test", now, onFailure: () => undefined };
    while ((await consume(mailConsumer(shop.ctx(), { send }), options)) > 0);
  };
  const alertMails = async (): Promise<Mail[]> => {
    const mails: Mail[] = [];
    await tellAll(mails);
    return mails.filter(({ subject }) => subject.includes("is back at"));
  };

  it("is counted for staff, the most wanted first, without an address", async () => {
    const { actor } = await registerWith(shop, "inventory:read");
    const staff = shop.as(actor, freshClient()).inventory;
    const { variantId: little } = await addProduct(shop, { stock: 0 });
    const { variantId: much } = await addProduct(shop, { stock: 0 });
    await guest().subscribe({ variant_id: little, email: "lea@example.com" });
    for (const email of ["mo@example.com", "nour@example.com"]) {
      await guest().subscribe({ variant_id: much, email });
    }
    const { items } = await staff.alerts.wanted();
    expect(items).toMatchObject([
      { variant: { id: much }, waiting: 2 },
      { variant: { id: little }, waiting: 1 },
    ]);
    expect(JSON.stringify(items)).not.toContain("@example.com");
    expect(await staff.variant({ variant_id: much })).toMatchObject({ waiting: 2 });
    await receive(much);
    await alertMails();
    expect((await staff.alerts.wanted()).items).toMatchObject([{ variant: { id: little } }]);
    expect(await staff.variant({ variant_id: much })).toMatchObject({ waiting: 0 });
  });

  it("brings one mail to each, in the order in which they asked", async () => {
    const { variantId: variant_id, slug } = await addProduct(shop, { stock: 0, title: "Salt" });
    const people = ["cleo@example.com", "ali@example.com", "bea@example.com"];
    for (const email of people) await guest().subscribe({ variant_id, email });
    await guest().subscribe({ variant_id, email: " CLEO@example.com" });
    await receive(variant_id);
    const mails = await alertMails();
    expect(mails.map(({ to }) => to)).toEqual(people);
    expect(mails[0]?.text).toContain(`https://shop.example/products/${slug}`);
    expect(mails[0]?.subject).toBe("Salt is back at Test Shop");
    await count(variant_id, 0);
    await receive(variant_id);
    expect(await alertMails()).toEqual([]);
  });

  it("goes on where it was broken off, and tells nobody twice", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 0 });
    for (const name of ["a", "b", "c"]) {
      await guest().subscribe({ variant_id, email: `${name}@broken.example` });
    }
    await receive(variant_id);
    const mails: Mail[] = [];
    await tellAll(mails, 1);
    expect(mails).toHaveLength(1);
    shop.advance(60_000);
    await tellAll(mails);
    expect(mails.map(({ to }) => to.slice(0, 1))).toEqual(["a", "b", "c"]);
    expect(new Set(mails.map(({ id }) => id)).size).toBe(3);
  });

  it("waits on when it was sold again before the mail", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 0 });
    await guest().subscribe({ variant_id, email: "dora@example.com" });
    await receive(variant_id);
    await count(variant_id, 0);
    expect(await alertMails()).toEqual([]);
    await receive(variant_id);
    expect((await alertMails()).map(({ to }) => to)).toEqual(["dora@example.com"]);
  });

  describe("of what is hidden meanwhile", () => {
    const email = "ines@example.com";
    const hidden = async (wanted: (found: AddedProduct) => string) => {
      const product = await addProduct(shop, {
        options: [{ name: "Size", values: ["S", "M"] }],
        variants: ["S", "M"].map((value) => ({ values: [value], price: 900, onHand: 0 })),
      });
      const variant_id = wanted(product);
      await guest().subscribe({ variant_id, email });
      return { ...product, variant_id };
    };
    const save = ({ slug }: AddedProduct, status: "active" | "draft", sizes: readonly string[]) =>
      products.saveProduct(shop.ctx(), {
        ...{ slug, title: slug, status, options: [{ name: "Size", values: [...sizes] }] },
        variants: sizes.map((value) => ({ values: [value], price: 900 })),
      });

    const inHours = (hours: number) => new Date(shop.ctx().now().getTime() + hours * HOUR_MS);
    const planned = (
      { slug }: AddedProduct,
      hours: number,
      whole: object = {},
      each: object = {},
    ) =>
      products.saveProduct(shop.ctx(), {
        ...{ slug, title: slug, options: [{ name: "Size", values: ["S", "M"] }], ...whole },
        publishedAt: inHours(hours),
        variants: ["S", "M"].map((value) => ({ values: [value], price: 900, ...each })),
      });

    it("comes when the product is shown again", async () => {
      const product = await hidden(({ variantId }) => variantId);
      await save(product, "draft", ["S", "M"]);
      await receive(product.variant_id);
      expect(await alertMails()).toEqual([]);
      await save(product, "active", ["S", "M"]);
      expect((await alertMails()).map(({ to }) => to)).toEqual([email]);
      await save(product, "draft", ["S", "M"]);
      await save(product, "active", ["S", "M"]);
      expect(await alertMails()).toEqual([]);
    });

    it("comes when the moment has come that was planned for it, once", async () => {
      const product = await hidden(({ variantId }) => variantId);
      const { variant_id } = product;
      const tell = () => inventory.tellAppeared(shop.ctx());
      await planned(product, 2);
      await receive(variant_id);
      // As many connections as are needed below, so that none of them comes late.
      expect(await Promise.all([tell(), tell(), tell()])).toEqual([0, 0, 0]);
      expect([await alertMails(), await tell()]).toEqual([[], 0]);
      shop.advance(HOUR_MS);
      expect([await tell(), await alertMails()]).toEqual([0, []]);
      shop.advance(HOUR_MS + 1);
      const told = await Promise.all([tell(), tell(), tell()]);
      expect(told.toSorted()).toEqual([0, 0, 1]);
      expect((await alertMails()).map(({ to }) => to)).toEqual([email]);
      expect([await tell(), await alertMails()]).toEqual([0, []]);
      await planned(product, 1);
      shop.advance(HOUR_MS + 1);
      expect([await tell(), await alertMails()]).toEqual([0, []]);
    });

    it("comes for what is not counted any more, and not for a draft or what has left the shop", async () => {
      const make = () => hidden(({ variantId }) => variantId);
      const [uncounted, drafted, gone] = [await make(), await make(), await make()];
      await planned(uncounted, 1, {}, { tracksInventory: false });
      await planned(drafted, 1, { status: "draft" });
      await planned(gone, 1, { unpublishAt: inHours(2) });
      for (const { variant_id } of [drafted, gone]) await receive(variant_id);
      shop.advance(3 * HOUR_MS);
      expect(await inventory.tellAppeared(shop.ctx())).toBe(1);
      expect((await alertMails()).map(({ to }) => to)).toEqual([email]);
    });

    it("waits on when there is none at the moment that was planned", async () => {
      const product = await hidden(({ variantId }) => variantId);
      const { variant_id } = product;
      await planned(product, 1);
      shop.advance(HOUR_MS + 1);
      expect([await inventory.tellAppeared(shop.ctx()), await alertMails()]).toEqual([0, []]);
      await receive(variant_id);
      expect((await alertMails()).map(({ to }) => to)).toEqual([email]);
      expect(await inventory.tellAppeared(shop.ctx())).toBe(0);
    });

    it("comes when the variant is sold again, and cannot be wished for until then", async () => {
      const product = await hidden(({ variants }) => variants[1]?.id ?? "");
      await save(product, "active", ["S"]);
      await receive(product.variant_id);
      expect(await alertMails()).toEqual([]);
      await expect(
        guest().subscribe({ variant_id: product.variant_id, email: "jon@example.com" }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
      await save(product, "active", ["S", "M"]);
      expect((await alertMails()).map(({ to }) => to)).toEqual([email]);
    });
  });

  it("ends with the link of any mail, for all that the address waits for", async () => {
    const [one, other] = [
      await addProduct(shop, { stock: 0 }),
      await addProduct(shop, { stock: 0 }),
    ];
    for (const { variantId: variant_id } of [one, other]) {
      await guest().subscribe({ variant_id, email: "emil@example.com" });
    }
    await receive(one.variantId);
    const [mail] = await alertMails();
    const token = /unsubscribe\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const wrong = await guest().unsubscribe({ token: "wrong" });
    expect(await guest().unsubscribe({ token })).toEqual(wrong);
    await receive(other.variantId);
    expect(await alertMails()).toEqual([]);
  });

  it("is for what cannot be bought now, and needs an address of guests", async () => {
    const { variantId: there } = await addProduct(shop, { stock: 1 });
    const { variantId: gone } = await addProduct(shop, { stock: 0 });
    const { variantId: hidden } = await addProduct(shop, { stock: 0, status: "draft" });
    const email = "fay@example.com";
    await expect(guest().subscribe({ variant_id: there, email })).rejects.toMatchObject({
      cause: { reason: "in_stock" },
    });
    await expect(guest().subscribe({ variant_id: hidden, email })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(guest().subscribe({ variant_id: gone })).rejects.toMatchObject({
      cause: { reason: "email_required" },
    });
  });

  it("is refused to a client that asks without end, and fills no mailbox", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 0 });
    const { alerts } = shop.as(ANYBODY, freshClient()).inventory;
    for (let i = 0; i < 30; i += 1)
      await alerts.subscribe({ variant_id, email: `x${i}@f.example` });
    await expect(alerts.subscribe({ variant_id, email: "x30@f.example" })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    for (let i = 0; i < 52; i += 1) {
      const { variantId } = await addProduct(shop, { stock: 0 });
      await guest().subscribe({ variant_id: variantId, email: "gil@example.com" });
    }
    const rows = await shop.test.database.system
      .select()
      .from(stockAlerts)
      .where(eq(stockAlerts.emailCanonical, "gil@example.com"));
    expect(rows).toHaveLength(50);
  });

  it("is listed for its person, who may drop it, take it away in writing, and be forgotten", async () => {
    const { actor, email } = await registerCustomer(shop);
    const mine = () => shop.as(actor, freshClient());
    const [kept, dropped] = [
      await addProduct(shop, { stock: 0, title: "Kept" }),
      await addProduct(shop, { stock: 0 }),
    ];
    for (const { variantId: variant_id } of [kept, dropped]) {
      await mine().inventory.alerts.subscribe({ variant_id });
    }
    const { items } = await mine().inventory.alerts.mine();
    expect(items).toMatchObject([{ title: "Kept", product_slug: kept.slug }, {}]);
    const stranger = await registerCustomer(shop);
    const id = items[1]?.id ?? "";
    const stealing = shop.as(stranger.actor, freshClient()).inventory.alerts.remove({ id });
    await expect(stealing).rejects.toMatchObject({ code: "NOT_FOUND" });
    await mine().inventory.alerts.remove({ id });
    const { categories } = await mine().privacy.exportMine();
    expect(categories["stock_alerts"]).toMatchObject([{ email, title: "Kept" }]);
    await mine().privacy.eraseMe({ confirm: email });
    const left = await shop.test.database.system
      .select()
      .from(stockAlerts)
      .where(eq(stockAlerts.email, email));
    expect(left).toEqual([]);
  });

  it("is forgotten after 90 days", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 0 });
    await guest().subscribe({ variant_id, email: "hugo@example.com" });
    shop.advance(89 * DAY_MS);
    const waits = async () => (await inventory.waitingFor(shop.ctx(), variant_id, null)).length;
    await inventory.sweepAlerts(shop.ctx());
    expect(await waits()).toBe(1);
    shop.advance(2 * DAY_MS);
    await inventory.sweepAlerts(shop.ctx());
    expect(await waits()).toBe(0);
  });
});
