/** A cart: whose it is, what may go into it, and what it says is still missing. */

import { statementsOf, uuid7 } from "@souk/db";
import { prices, products } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { registerCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { MAX_CART_LINES } from "./contract.ts";
import { adoptGuestCart } from "./service/index.ts";

describe.each(engines)("a cart on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    await shipping.saveMethod(shop.ctx(), {
      ...standardShipping,
      code: "courier",
      amount: 1500,
      freeFrom: null,
      countries: ["FR"],
      position: 1,
    });
  });
  afterAll(() => shop.close());

  const guest = (cartToken: string | null = null) => shop.as({ kind: "anonymous" }, { cartToken });
  const variant = async (product = {}) => (await addProduct(shop, product)).variantId;
  const started = async (product = {}) => {
    const variant_id = await variant(product);
    const cart = await guest().cart.addLine({ variant_id });
    return { variant_id, cart, token: cart.token ?? "", caller: guest(cart.token) };
  };

  it("is empty, and stored nowhere, until something is put in", async () => {
    expect(await guest().cart.get()).toMatchObject({
      id: null,
      token: null,
      lines: [],
      totals: { total: { amount: 0, currency: "EUR" } },
      requirements: [{ code: "lines" }],
    });
  });

  it("tells a guest its token once, and is found by it alone", async () => {
    const { cart, token, caller } = await started();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await caller.cart.get()).toMatchObject({ id: cart.id, token: null });
    expect(await guest("x".repeat(43)).cart.get()).toMatchObject({ id: null });
    expect(await guest(cart.id).cart.get()).toMatchObject({ id: null });
  });

  it("adds to the line of the same variant, and grows its version with each change", async () => {
    const { variant_id, cart, caller } = await started({ price: 1250 });
    const more = await caller.cart.addLine({ variant_id, quantity: 2 });
    expect(more.lines).toMatchObject([
      { quantity: 3, unit_price: { amount: 1250 }, total: { amount: 3750 } },
    ]);
    expect(more.item_count).toBe(3);
    expect(more.version).toBeGreaterThan(cart.version);
  });

  it("changes and removes lines", async () => {
    const { cart, caller } = await started();
    const line_id = cart.lines[0]?.id ?? "";
    expect(await caller.cart.updateLine({ line_id, quantity: 4 })).toMatchObject({
      lines: [{ id: line_id, quantity: 4 }],
    });
    expect(await caller.cart.removeLine({ line_id })).toMatchObject({ lines: [] });
  });

  it.each([0, -1, 1.5, 1000, Number.MAX_SAFE_INTEGER, Number.NaN])(
    "refuses a quantity of %s, naming the field",
    async (quantity) => {
      const { variant_id, caller } = await started();
      await expect(caller.cart.addLine({ variant_id, quantity })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    },
  );

  it("refuses a sum over the largest quantity, and over the stock", async () => {
    const { variant_id, caller } = await started({ stock: 2000 });
    const tooMany = caller.cart.addLine({ variant_id, quantity: 999 });
    await expect(tooMany).rejects.toMatchObject({ cause: { reason: "quantity_too_large" } });
    const few = await started({ stock: 3 });
    const overStock = few.caller.cart.addLine({ variant_id: few.variant_id, quantity: 3 });
    await expect(overStock).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { reason: "out_of_stock", fields: { quantity: [expect.stringContaining("Only 3")] } },
    });
  });

  it("holds a limited number of different things", async () => {
    const variants = Array.from({ length: MAX_CART_LINES + 1 }, (_, i) => ({
      values: [`${i}`],
      price: 100,
    }));
    const options = [{ name: "Number", values: variants.map(({ values }) => values[0] ?? "") }];
    const product = await addProduct(shop, { options, variants });
    const { caller } = await started();
    const [last, ...others] = product.variants.slice(0, MAX_CART_LINES);
    for (const { id } of others) await caller.cart.addLine({ variant_id: id });
    const full = caller.cart.addLine({ variant_id: last?.id ?? "" });
    await expect(full).rejects.toMatchObject({ cause: { reason: "cart_is_full" } });
  });

  it("refuses what is unknown or not for sale", async () => {
    const unknown = guest().cart.addLine({ variant_id: uuid7() });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
    const draft = guest().cart.addLine({ variant_id: await variant({ status: "draft" }) });
    await expect(draft).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("never lets anybody touch another's lines", async () => {
    const mine = await started();
    const theirs = await started();
    const line_id = mine.cart.lines[0]?.id ?? "";
    const removing = theirs.caller.cart.removeLine({ line_id });
    await expect(removing).rejects.toMatchObject({ code: "NOT_FOUND" });
    const changing = theirs.caller.cart.updateLine({ line_id, quantity: 9 });
    await expect(changing).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await mine.caller.cart.get()).toMatchObject({ lines: [{ quantity: 1 }] });
  });

  it("tells of a price that changed, and charges the new one", async () => {
    const { variant_id, caller } = await started({ price: 1000 });
    await shop.test.database.system
      .update(prices)
      .set({ amount: 1200 })
      .where(eq(prices.variantId, variant_id));
    expect(await caller.cart.get()).toMatchObject({
      warnings: [{ code: "price_changed", message: expect.stringContaining("risen") }],
      totals: { subtotal: { amount: 1200 } },
    });
  });

  it("tells of a product that is not sold any more, and prices it at nothing", async () => {
    const { cart, caller } = await started();
    await shop.test.database.system
      .update(products)
      .set({ status: "archived" })
      .where(eq(products.id, cart.lines[0]?.product_id ?? ""));
    const after = await caller.cart.get();
    expect(after.requirements.map(({ code }) => code)).toContain("unavailable");
    expect(after.totals.subtotal.amount).toBe(0);
  });

  describe("on its way to the till", () => {
    it("lists what is missing until nothing is", async () => {
      const { caller } = await started();
      const codes = async () => (await caller.cart.get()).requirements.map(({ code }) => code);
      expect(await codes()).toEqual(["email", "shipping_address"]);
      await caller.cart.setAddresses({ email: "a@example.com", shipping_address: postalAddress });
      expect(await codes()).toEqual(["shipping_method"]);
      await caller.cart.setShippingMethod({ code: "standard" });
      expect(await codes()).toEqual([]);
    });

    it("offers the methods that go there, at the price for this cart", async () => {
      const { caller } = await started({ price: 12_000 });
      const germany = { ...postalAddress, country_code: "DE", postal_code: "10115" };
      await caller.cart.setAddresses({ email: "a@example.com", shipping_address: germany });
      const { items } = await caller.cart.shippingOptions();
      expect(items).toMatchObject([{ code: "standard", price: { amount: 0 } }]);
      const courier = caller.cart.setShippingMethod({ code: "courier" });
      await expect(courier).rejects.toMatchObject({
        cause: { fields: { code: [expect.any(String)] } },
      });
    });

    it("asks for another method when the parcel moves out of the chosen one's reach", async () => {
      const { caller } = await started();
      await caller.cart.setAddresses({ email: "a@example.com", shipping_address: postalAddress });
      await caller.cart.setShippingMethod({ code: "courier" });
      const germany = { ...postalAddress, country_code: "DE", postal_code: "10115" };
      const moved = await caller.cart.setAddresses({ shipping_address: germany });
      expect(moved).toMatchObject({ shipping_method: null, totals: { shipping: { amount: 0 } } });
      expect(moved.requirements.map(({ code }) => code)).toEqual(["shipping_method"]);
    });

    it.each([
      ["a country the store does not ship to", { country_code: "US" }, "country_code"],
      ["a country that does not exist", { country_code: "XX" }, "country_code"],
      ["a phone number that cannot be called", { phone: "+33123" }, "phone"],
    ])("refuses %s, naming the field", async (_what, part, field) => {
      const { caller } = await started();
      const setting = caller.cart.setAddresses({
        email: "a@example.com",
        shipping_address: { ...postalAddress, ...part },
      });
      await expect(setting).rejects.toMatchObject({ code: "BAD_REQUEST" });
      const error = await setting.catch((reason: unknown) => reason);
      expect(JSON.stringify(error)).toContain(`shipping_address`);
      expect(JSON.stringify(error)).toContain(field);
    });
  });

  describe("of a guest who signs in", () => {
    it("becomes the customer's, and the token stops working", async () => {
      const { cart, token } = await started();
      const { actor } = await registerCustomer(shop);
      await adoptGuestCart(shop.ctx({ request: { cartToken: token } }), actor.userId);
      expect(await shop.as(actor).cart.get()).toMatchObject({ id: cart.id, item_count: 1 });
      expect(await guest(token).cart.get()).toMatchObject({ id: null });
    });

    it("is merged into the one the customer has, quantities added", async () => {
      const { variant_id, token } = await started();
      const { actor } = await registerCustomer(shop);
      await shop.as(actor).cart.addLine({ variant_id, quantity: 2 });
      await shop.as(actor).cart.addLine({ variant_id: await variant() });
      await adoptGuestCart(shop.ctx({ request: { cartToken: token } }), actor.userId);
      const merged = await shop.as(actor).cart.get();
      expect(merged.lines.map(({ quantity }) => quantity)).toEqual([3, 1]);
      expect(await guest(token).cart.get()).toMatchObject({ id: null });
    });

    it("is one cart also when two tabs start it at once", async () => {
      const { actor } = await registerCustomer(shop);
      const ids = [await variant(), await variant(), await variant()];
      await Promise.all(ids.map((variant_id) => shop.as(actor).cart.addLine({ variant_id })));
      expect((await shop.as(actor).cart.get()).lines).toHaveLength(3);
    });
  });

  it("costs as many statements with thirty lines as with one", async () => {
    const { caller, token } = await started();
    const count = async () => (await statementsOf(() => guest(token).cart.get())).statements.length;
    const one = await count();
    for (let i = 0; i < 29; i++) await caller.cart.addLine({ variant_id: await variant() });
    expect(await count()).toBe(one);
    expect(one).toBeLessThanOrEqual(4);
  });

  it("is left alone by an order made of it: a new one begins", async () => {
    const variant_id = await variant();
    const { actor } = await registerCustomer(shop);
    const { token } = await readyCart(shop.ctx, [{ variant_id }]);
    await adoptGuestCart(shop.ctx({ request: { cartToken: token } }), actor.userId);
    const asCustomer = (overrides = {}) => shop.ctx({ ...overrides, actor });
    await pay((o) => ({ ...asCustomer(o), request: shop.ctx(o).request }), "");
    expect(await shop.as(actor).cart.get()).toMatchObject({ id: null });
    await shop.as(actor).cart.addLine({ variant_id });
    expect(await shop.as(actor).cart.get()).toMatchObject({ item_count: 1 });
  });
});
