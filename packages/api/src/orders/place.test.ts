/** Placing an order: all or nothing, once for a cart, and only at the store's own prices. */
import { events, stockReservations } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { booksOf } from "../testing/books.ts";
import { pay, postalAddress, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";

describe.each(engines)("placing an order on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());

  const { stockOf, cartRow, ordersOf, paymentsOf, oneVariant } = booksOf(() => shop);
  const guest = (cartToken: string) => shop.as({ kind: "anonymous" }, { cartToken });

  it("sells what is in the cart at the store's prices, and takes it from the stock", async () => {
    const variant_id = await oneVariant();
    const { token, cart } = await readyCart(shop.ctx, [{ variant_id, quantity: 2 }]);

    const order = await pay(shop.ctx, token);

    expect(order).toMatchObject({
      status: "placed",
      payment_status: "paid",
      fulfillment_status: "unfulfilled",
      email: "amina@example.com",
      totals: {
        subtotal: { amount: 3000, currency: "EUR" },
        shipping: { amount: 490, currency: "EUR" },
        tax: { amount: 500 + 82, currency: "EUR" },
        total: { amount: 3490, currency: "EUR" },
      },
      shipping_address: { ...postalAddress, company: "", phone: null },
      billing_address: { city: "Lyon" },
      payment: { gateway: "test", method: "Visa ···· 4242", status: "captured" },
    });
    expect(order.number).toMatch(/^T-\d+$/);
    expect(await stockOf(variant_id)).toEqual({ onHand: 10, reserved: 0, allocated: 2 });
    expect((await cartRow(cart.id))?.status).toBe("completed");
    const published = await shop.test.database.system
      .select()
      .from(events)
      .where(eq(events.subjectId, order.id));
    expect(published.map(({ type }) => type)).toEqual(["order.placed"]);
  });

  it("shows a guest the order by its token, and by no other", async () => {
    const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    const { access_token, number, id } = await pay(shop.ctx, token);
    const caller = shop.as({ kind: "anonymous" });
    const seen = await caller.orders.lookUp({ number, access_token: access_token ?? "" });
    expect(seen.id).toBe(id);
    const forged = caller.orders.lookUp({ number, access_token: "x".repeat(43) });
    await expect(forged).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("starts the guest with an empty cart afterwards", async () => {
    const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    await pay(shop.ctx, token);
    expect(await guest(token).cart.get()).toMatchObject({ id: null, lines: [] });
  });

  it("refuses a cart that lacks something, naming what, and changes nothing", async () => {
    const variant_id = await oneVariant();
    const { token } = await shop.as({ kind: "anonymous" }).cart.addLine({ variant_id });
    const placing = pay(shop.ctx, token ?? "");
    await expect(placing).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { reason: "cart_incomplete", fields: { email: [expect.any(String)] } },
    });
    expect(await stockOf(variant_id)).toMatchObject({ reserved: 0, allocated: 0 });
  });

  it("refuses a cart that changed since the buyer saw it", async () => {
    const variant_id = await oneVariant();
    const { token, cart } = await readyCart(shop.ctx, [{ variant_id }]);
    await guest(token).cart.addLine({ variant_id });
    const placing = pay(shop.ctx, token, { cart_version: cart.version });
    await expect(placing).rejects.toMatchObject({ cause: { reason: "cart_changed" } });
  });

  it("refuses what has been sold meanwhile, and charges nothing", async () => {
    const variant_id = await oneVariant({ stock: 1 });
    const [first, second] = [
      await readyCart(shop.ctx, [{ variant_id }]),
      await readyCart(shop.ctx, [{ variant_id }]),
    ];
    await pay(shop.ctx, first.token);
    await expect(pay(shop.ctx, second.token)).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { reason: "out_of_stock" },
    });
    expect(await paymentsOf(second.cart.id)).toEqual([]);
  });

  it("leaves everything as it was when the card is declined, and lets the buyer try again", async () => {
    const variant_id = await oneVariant();
    const { token, cart } = await readyCart(shop.ctx, [{ variant_id }]);
    const declined = { key: "first-try", token: "tok_declined" };
    const refusal = {
      code: "PAYMENT_REQUIRED",
      message: "Your card was declined.",
      cause: { reason: "payment_declined" },
    };
    await expect(pay(shop.ctx, token, declined)).rejects.toMatchObject(refusal);
    expect(await stockOf(variant_id)).toEqual({ onHand: 10, reserved: 0, allocated: 0 });
    expect((await cartRow(cart.id))?.status).toBe("active");
    expect(await ordersOf(cart.id)).toEqual([]);

    await expect(pay(shop.ctx, token, declined)).rejects.toMatchObject(refusal);
    expect(await paymentsOf(cart.id)).toHaveLength(1);

    expect(await pay(shop.ctx, token)).toMatchObject({ payment_status: "paid" });
    expect(await ordersOf(cart.id)).toHaveLength(1);
  });

  describe("under an Idempotency-Key", () => {
    it("answers the same order again, marked as replayed", async () => {
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
      const first = await pay(shop.ctx, token, { key: "again" });
      let replayed = false;
      const marking = (overrides = {}) =>
        shop.ctx({
          ...overrides,
          markReplayed: () => {
            replayed = true;
          },
        });
      expect(await pay(marking, token, { key: "again" })).toEqual(first);
      expect(replayed).toBe(true);
      expect(await ordersOf(cart.id)).toHaveLength(1);
    });

    it("refuses another request under the same key", async () => {
      const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
      await pay(shop.ctx, token, { key: "reused" });
      const other = pay(shop.ctx, token, { key: "reused", token: "tok_mastercard" });
      await expect(other).rejects.toMatchObject({
        code: "UNPROCESSABLE_CONTENT",
        cause: { reason: "idempotency_key_reused" },
      });
    });

    it("keeps nothing of a request that was refused before it began", async () => {
      const variant_id = await oneVariant();
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id }]);
      const wrong = pay(shop.ctx, token, { key: "corrected", cart_version: cart.version + 1 });
      await expect(wrong).rejects.toMatchObject({ cause: { reason: "cart_changed" } });
      expect(await pay(shop.ctx, token, { key: "corrected" })).toMatchObject({ status: "placed" });
    });

    it("needs the key", async () => {
      const { token } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
      const placing = guest(token).orders.place({
        payment: { gateway: "test", token: "tok_visa" },
      });
      await expect(placing).rejects.toMatchObject({
        code: "BAD_REQUEST",
        cause: { reason: "idempotency_key_required" },
      });
    });
  });

  describe("asked many times at once", () => {
    const settle = async (placing: readonly Promise<{ id: string }>[]) => {
      const results = await Promise.allSettled(placing);
      const ids = results.flatMap((result) =>
        result.status === "fulfilled" ? [result.value.id] : [],
      );
      const refusals = results.flatMap((result) =>
        result.status === "rejected" ? [result.reason.code] : [],
      );
      return { ids: new Set(ids), refusals: new Set(refusals) };
    };

    it.each(["with one key", "with a key each"])("%s makes one order of a cart", async (how) => {
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
      const keyOf = (i: number) => (how === "with one key" ? "same" : `own-${i}`);
      const { ids, refusals } = await settle(
        Array.from({ length: 12 }, (_, i) => pay(shop.ctx, token, { key: keyOf(i) })),
      );
      expect(ids.size).toBe(1);
      expect([...refusals].every((code) => code === "CONFLICT")).toBe(true);
      expect(await ordersOf(cart.id)).toHaveLength(1);
      expect(await paymentsOf(cart.id)).toHaveLength(1);
    });
  });

  it("leaves no unit reserved that no payment waits for", async () => {
    const held = await shop.test.database.system
      .select()
      .from(stockReservations)
      .where(eq(stockReservations.status, "held"));
    expect(held).toEqual([]);
  });
});
