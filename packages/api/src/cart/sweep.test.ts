/** Carts that guests walked away from go in time; those of customers and those of the books stay. */
import { cartLines, carts, payments } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { registerCustomer } from "../testing/accounts.ts";
import { booksOf } from "../testing/books.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { GUEST_CARTS_KEPT_DAYS, sweep } from "./service/index.ts";

const DAY_MS = 86_400_000;

describe.each(engines)("the sweep of carts on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());
  const { oneVariant, cartRow, paymentsOf } = booksOf(() => shop);
  const system = () => shop.test.database.system;
  const linesOf = (cartId: string | null) =>
    system()
      .select()
      .from(cartLines)
      .where(eq(cartLines.cartId, cartId ?? ""));
  /** A guest's cart, untouched for so many days. */
  const untouched = async (days: number, token?: string) => {
    const ready = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
    if (token !== undefined) await pay(shop.ctx, ready.token, { token }).catch(() => undefined);
    const updatedAt = new Date(Date.now() - days * DAY_MS);
    await system()
      .update(carts)
      .set({ updatedAt })
      .where(eq(carts.id, ready.cart.id ?? ""));
    return ready;
  };

  it("deletes a guest's cart after 30 days, and not before", async () => {
    const old = await untouched(GUEST_CARTS_KEPT_DAYS + 1);
    const young = await untouched(GUEST_CARTS_KEPT_DAYS - 1);
    expect(await sweep(shop.ctx())).toBe(1);
    expect(await cartRow(old.cart.id)).toBeUndefined();
    expect(await linesOf(old.cart.id)).toEqual([]);
    expect(await cartRow(young.cart.id)).toMatchObject({ email: "amina@example.com" });
    expect(await linesOf(young.cart.id)).toHaveLength(1);
    const guest = shop.as({ kind: "anonymous" }, { cartToken: old.token });
    expect(await guest.cart.get()).toMatchObject({ id: null, lines: [] });
  });

  it("keeps of a cart that was nearly paid for what the books refer to, and no address", async () => {
    const { cart, token } = await untouched(GUEST_CARTS_KEPT_DAYS + 1, "tok_declined");
    expect(await sweep(shop.ctx())).toBe(1);
    expect(await cartRow(cart.id)).toMatchObject({
      ...{ status: "merged", email: null, shippingAddress: null, billingAddress: null },
    });
    expect(await linesOf(cart.id)).toEqual([]);
    expect(await paymentsOf(cart.id)).toMatchObject([{ status: "failed", orderDraft: {} }]);
    expect(await sweep(shop.ctx())).toBe(0);
    const guest = shop.as({ kind: "anonymous" }, { cartToken: token });
    expect(await guest.cart.get()).toMatchObject({ id: null, lines: [] });
  });

  it("leaves orders' carts, a cart that is being paid for and customers' carts alone", async () => {
    const sold = await untouched(60, "tok_visa");
    const paying = await untouched(60, "tok_timeout");
    const { actor } = await registerCustomer(shop);
    const own = await shop.as(actor).cart.addLine({ variant_id: await oneVariant() });
    const updatedAt = new Date(Date.now() - 60 * DAY_MS);
    await system()
      .update(carts)
      .set({ updatedAt })
      .where(eq(carts.id, own.id ?? ""));
    expect(await sweep(shop.ctx())).toBe(0);
    expect((await cartRow(sold.cart.id))?.status).toBe("completed");
    expect((await cartRow(paying.cart.id))?.status).toBe("placing");
    expect(await linesOf(own.id)).toHaveLength(1);
  });

  it("keeps no address in a payment that has come to its end", async () => {
    await untouched(0, "tok_visa");
    const rows = await system().select().from(payments);
    const ended = rows.filter(({ status }) => status !== "pending");
    expect(ended.length).toBeGreaterThan(0);
    for (const { orderDraft } of ended) expect(orderDraft).toEqual({});
  });

  it("keeps nothing of a guest's cart that went into a customer's", async () => {
    const guest = await untouched(0);
    const { actor, email, password } = await registerCustomer(shop);
    await shop.as(actor).cart.addLine({ variant_id: await oneVariant() });
    const login = shop.as({ kind: "anonymous" }, { cartToken: guest.token, ip: "10.9.9.9" });
    await login.authentication.login({ email, password });
    expect(await cartRow(guest.cart.id)).toBeUndefined();
    expect((await shop.as(actor).cart.get()).lines).toHaveLength(2);
  });
});
