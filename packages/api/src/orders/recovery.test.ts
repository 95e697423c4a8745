/** What a lost answer or a dead node leaves behind is ended by whoever comes next: one order, or none. */
import { testGatewayCharges } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaymentGateway } from "../ports/payment-gateway.ts";
import * as shipping from "../shipping/service.ts";
import { booksOf } from "../testing/books.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as service from "./service/index.ts";

const MINUTE = 60_000;

describe.each(engines)("an unfinished payment on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
  });
  afterAll(() => shop.close());

  const { stockOf, cartRow, ordersOf, paymentsOf, oneVariant } = booksOf(() => shop);
  const guest = (cartToken: string) => shop.as({ kind: "anonymous" }, { cartToken });

  describe("when the gateway's answer is lost", () => {
    const lost = async () => {
      const variant_id = await oneVariant();
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id }]);
      const placing = pay(shop.ctx, token, { key: "lost", token: "tok_timeout" });
      await expect(placing).rejects.toMatchObject({
        code: "SERVICE_UNAVAILABLE",
        cause: { reason: "payment_outcome_unknown" },
      });
      return { token, cart, variant_id };
    };
    const charges = async (paymentId = "") => {
      const rows = await shop.test.database.system
        .select()
        .from(testGatewayCharges)
        .where(eq(testGatewayCharges.id, paymentId));
      return rows.length;
    };

    it("keeps the stock held and the cart closed until the outcome is known", async () => {
      const { token, cart, variant_id } = await lost();
      expect(await stockOf(variant_id)).toMatchObject({ reserved: 1, allocated: 0 });
      expect((await cartRow(cart.id))?.status).toBe("placing");
      const adding = guest(token).cart.addLine({ variant_id });
      await expect(adding).rejects.toMatchObject({ cause: { reason: "cart_is_being_paid" } });
      shop.advance(MINUTE);
      await service.finishPending(shop.ctx());
    });

    it("ends in the order that was paid, by the buyer's own retry", async () => {
      const { token, cart } = await lost();
      shop.advance(MINUTE);
      const order = await pay(shop.ctx, token, { key: "lost", token: "tok_timeout" });
      const [payment, ...more] = await paymentsOf(cart.id);
      expect(more).toEqual([]);
      expect(payment).toMatchObject({ status: "captured", orderId: order.id });
      expect(await charges(payment?.id)).toBe(1);
    });

    it("ends in the same order when nobody comes back", async () => {
      const { cart, variant_id } = await lost();
      shop.advance(MINUTE);
      await Promise.all([service.finishPending(shop.ctx()), service.finishPending(shop.ctx())]);
      expect(await ordersOf(cart.id)).toHaveLength(1);
      expect(await stockOf(variant_id)).toMatchObject({ reserved: 0, allocated: 1 });
    });
  });

  describe("when the node dies before the gateway was asked", () => {
    /** The real test gateway, on a node whose request never leaves it. */
    const deaf = (real: PaymentGateway): PaymentGateway => ({
      ...real,
      charge: () => Promise.reject(new Error("the node died")),
    });
    const onDyingNode = (overrides = {}) => {
      const ctx = shop.ctx(overrides);
      const gateways = new Map([...ctx.ports.gateways].map(([id, real]) => [id, deaf(real)]));
      return { ...ctx, ports: { ...ctx.ports, gateways } };
    };

    it("gives everything back, charges nobody, and frees the key", async () => {
      const variant_id = await oneVariant();
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id }]);
      await expect(pay(onDyingNode, token, { key: "dies" })).rejects.toThrow();
      shop.advance(MINUTE);
      await service.finishPending(shop.ctx());

      expect(await stockOf(variant_id)).toMatchObject({ reserved: 0, allocated: 0 });
      expect((await cartRow(cart.id))?.status).toBe("active");
      expect((await paymentsOf(cart.id)).map(({ status }) => status)).toEqual(["voided"]);

      const order = await pay(shop.ctx, token, { key: "dies" });
      expect(await ordersOf(cart.id)).toMatchObject([{ id: order.id }]);
    });

    it("refuses the charge that wakes up after everything was given back", async () => {
      const { token, cart } = await readyCart(shop.ctx, [{ variant_id: await oneVariant() }]);
      await expect(pay(onDyingNode, token, { key: "late" })).rejects.toThrow();
      shop.advance(MINUTE);
      await service.finishPending(shop.ctx());
      const [payment] = await paymentsOf(cart.id);
      const late = await shop
        .ctx()
        .ports.gateways.get("test")
        ?.charge({
          paymentId: payment?.id ?? "",
          storeId: shop.store.id,
          amount: payment?.amount ?? 0,
          currency: "EUR",
          token: "tok_visa",
        });
      expect(late).toMatchObject({ status: "declined" });
    });
  });
});
