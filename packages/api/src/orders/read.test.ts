/** Orders are shown to whom they belong, in pages, at the same cost for many as for one. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Customer } from "../kernel/context.ts";
import * as shipping from "../shipping/service.ts";
import { registerCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, postalAddress, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";

describe.each(engines)("orders of customers on %s", (engine) => {
  let shop: Shop;
  let variant_id: string;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    variant_id = (await addProduct(shop, { stock: 1000, price: 700 })).variantId;
  });
  afterAll(() => shop.close());

  const buy = async (actor: Customer) => {
    const caller = shop.as(actor);
    await caller.cart.addLine({ variant_id });
    await caller.cart.setAddresses({ shipping_address: postalAddress });
    await caller.cart.setShippingMethod({ code: "standard" });
    return pay((overrides) => shop.ctx({ ...overrides, actor }), "");
  };

  it("go to the account's own address, and need no guest's token", async () => {
    const { actor, email } = await registerCustomer(shop);
    const order = await buy(actor);
    expect(order).toMatchObject({ email, access_token: null });
    expect(await shop.as(actor).orders.get({ number: order.number })).toMatchObject({
      id: order.id,
      lines: [{ quantity: 1, unit_price: { amount: 700 } }],
    });
    expect(await shop.as(actor).orders.get({ number: order.id })).toMatchObject({
      number: order.number,
    });
  });

  it("are not found by anybody else, by number or by id", async () => {
    const owner = await registerCustomer(shop);
    const other = await registerCustomer(shop);
    const order = await buy(owner.actor);
    for (const number of [order.number, order.id]) {
      const peeking = shop.as(other.actor).orders.get({ number });
      await expect(peeking).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await shop.as(other.actor).orders.list({})).items).toEqual([]);
    const looking = shop.as({ kind: "anonymous" }).orders.lookUp({
      number: order.number,
      access_token: "",
    });
    await expect(looking).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("need somebody to be signed in", async () => {
    const asked = shop.as({ kind: "anonymous" }).orders.list({});
    await expect(asked).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  it("come newest first, page by page, each once", async () => {
    const { actor } = await registerCustomer(shop);
    const placed: string[] = [];
    for (let i = 0; i < 7; i++) placed.push((await buy(actor)).number);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shop.as(actor).orders.list({ limit: 3, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(placed.toReversed());
  });

  it("refuse a cursor that is not theirs, naming the field", async () => {
    const { actor } = await registerCustomer(shop);
    for (const cursor of ["nonsense", Buffer.from('["products","a","b"]').toString("base64url")]) {
      await expect(shop.as(actor).orders.list({ cursor })).rejects.toMatchObject({
        code: "BAD_REQUEST",
        cause: { fields: { cursor: [expect.any(String)] } },
      });
    }
  });

  it("cost as many statements for eight as for one", async () => {
    const { actor } = await registerCustomer(shop);
    const count = async () =>
      (await statementsOf(() => shop.as(actor).orders.list({}))).statements.length;
    await buy(actor);
    const one = await count();
    for (let i = 0; i < 7; i++) await buy(actor);
    expect(await count()).toBe(one);
    expect(one).toBe(2);
  });
});
