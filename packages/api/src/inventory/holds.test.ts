/** Holds end once, by hand or by themselves; transfers leave in one step and arrive in another. */
import { statementsOf, uuid7 } from "@souk/db";
import { stockMovements, stockReservations } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import { freshClient, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerWith } from "../testing/staff.ts";
import { addLocation, stockRows } from "../testing/stock.ts";
import { meet } from "../testing/turns.ts";
import * as inventory from "./service/index.ts";

const because = (reason: string) => ({ cause: { reason } });
const MINUTE_MS = 60_000;

describe.each(engines)("stock set aside on %s", (engine) => {
  let shop: Shop;
  let keeper: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    keeper = await registerWith(shop, "inventory:read", "inventory:write");
  });
  afterAll(() => shop.close());

  const staff = () => shop.as(keeper.actor, freshClient()).inventory;
  const holding = (variant_id: string, quantity: number, minutes = 30) =>
    staff().holds.create({ lines: [{ variant_id, quantity }], minutes, reference: "Quote 12" });

  it("is sold in the turn of its variants, as all stock is changed", async () => {
    const { variantId } = await addProduct(shop, { stock: 5 });
    const paymentId = uuid7();
    await inTransaction(shop.ctx(), (ctx) =>
      inventory.reserve(ctx, paymentId, [{ variantId, quantity: 2 }]),
    );
    const sold = await meet(
      shop.ctx(),
      // It has the variant's turn, and changes no level.
      (ctx) => inventory.updateVariantStock(ctx, { variant_id: variantId, low_stock_threshold: 1 }),
      () => inTransaction(shop.ctx(), (ctx) => inventory.allocate(ctx, paymentId)),
    );
    expect(sold.status).toBe("fulfilled");
    expect(await stockRows(shop, variantId)).toEqual({ onHand: 5, reserved: 0, allocated: 2 });
  });

  describe("a hold", () => {
    it("takes what it holds from sale until it is released, once", async () => {
      const { variantId } = await addProduct(shop, { stock: 5 });
      const { id, lines } = await holding(variantId, 4);
      expect(lines).toMatchObject([{ variant_id: variantId, quantity: 4 }]);
      await expect(holding(variantId, 2)).rejects.toMatchObject(because("out_of_stock"));
      await staff().holds.release({ id });
      await staff().holds.release({ id });
      expect(await stockRows(shop, variantId)).toMatchObject({ onHand: 5, reserved: 0 });
      const [first] = (await staff().movements({ variant_id: variantId, type: "reserve" })).items;
      expect(first).toMatchObject({ note: "Quote 12", reference: id, actor: keeper.email });
    });

    it("expires by itself, once, however many nodes look for it", async () => {
      const { variantId } = await addProduct(shop, { stock: 5 });
      await holding(variantId, 2, 1);
      await holding(variantId, 1, 60);
      expect(await inventory.releaseExpired(shop.ctx())).toBe(0);
      shop.advance(MINUTE_MS);
      const counts = await Promise.all(
        Array.from({ length: 5 }, () => inventory.releaseExpired(shop.ctx())),
      );
      expect(counts.reduce((sum, count) => sum + count)).toBe(1);
      expect(await stockRows(shop, variantId)).toMatchObject({ reserved: 1 });
      const { items } = await staff().movements({ variant_id: variantId, type: "release" });
      expect(items).toMatchObject([{ note: "Expired", actor: null, change: { reserved: -2 } }]);
    });

    it("expires with all that have, however many they are", async () => {
      const { variantId } = await addProduct(shop, { stock: 250 });
      for (let i = 0; i < 205; i += 1) await holding(variantId, 1, 1);
      shop.advance(MINUTE_MS);
      expect(await inventory.releaseExpired(shop.ctx())).toBe(205);
      expect(await stockRows(shop, variantId)).toMatchObject({ reserved: 0 });
    });

    it("is never what a payment holds", async () => {
      const { variantId } = await addProduct(shop, { stock: 5 });
      const paymentId = uuid7();
      await inTransaction(shop.ctx(), (ctx) =>
        inventory.reserve(ctx, paymentId, [{ variantId, quantity: 1 }]),
      );
      await expect(staff().holds.release({ id: paymentId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      shop.advance(10 * 24 * 60 * MINUTE_MS);
      await inventory.releaseExpired(shop.ctx());
      const [row] = await shop.test.database.system
        .select()
        .from(stockReservations)
        .where(eq(stockReservations.paymentId, paymentId));
      expect(row).toMatchObject({ status: "held", expiresAt: null });
    });

    it("is listed while it lasts, newest first, in as many statements as one", async () => {
      const { variantId } = await addProduct(shop, { stock: 9 });
      const before = (await staff().holds.list({ limit: 100 })).items.length;
      const first = await holding(variantId, 1);
      const one = await statementsOf(() => staff().holds.list({ limit: 1 }));
      const second = await holding(variantId, 2);
      const all = await statementsOf(() => staff().holds.list({ limit: 100 }));
      expect(all.result.items).toHaveLength(before + 2);
      expect(all.statements).toHaveLength(one.statements.length);
      const page = await staff().holds.list({ limit: 1 });
      expect(page.items).toMatchObject([
        {
          ...{ id: second.id, reference: "Quote 12", expires_at: second.expires_at },
          lines: [{ variant: { id: variantId }, quantity: 2 }],
        },
      ]);
      const next = await staff().holds.list({ limit: 1, cursor: page.next_cursor ?? "" });
      expect(next.items).toMatchObject([{ id: first.id }]);
      await staff().holds.release({ id: second.id });
      expect((await staff().holds.list({ limit: 1 })).items).toMatchObject([{ id: first.id }]);
    });

    it("names the lines that nothing can be held of, and lasts a day at most", async () => {
      await expect(holding(uuid7(), 1)).rejects.toMatchObject({
        cause: { fields: { "lines.0.variant_id": [expect.any(String)] } },
      });
      const { variantId } = await addProduct(shop);
      await expect(holding(variantId, 1, 1441)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    });
  });

  describe("a transfer", () => {
    const ready = async (quantity = 3, stock = 5) => {
      const { variantId } = await addProduct(shop, { stock });
      const { id: from_location_id } = await inventory.defaultPlace(shop.ctx());
      const to_location_id = await addLocation(shop);
      const transfer = await staff().transfers.create({
        ...{ from_location_id, to_location_id },
        lines: [{ variant_id: variantId, quantity }],
      });
      return { variantId, transfer, from: from_location_id, to: to_location_id };
    };
    const at = async (variantId: string, locationId: string) => {
      const { levels } = await staff().variant({ variant_id: variantId });
      const level = levels.find(({ location }) => location.id === locationId);
      return { onHand: level?.on_hand, incoming: level?.incoming };
    };

    it("leaves with the first step, arrives with the second, and tells what was lost", async () => {
      const { variantId, transfer, from, to } = await ready();
      expect(transfer).toMatchObject({ number: expect.stringMatching(/^TR-1\d{3}$/) });
      expect(await at(variantId, from)).toMatchObject({ onHand: 5 });
      await staff().receive({ variant_id: variantId, location_id: to, quantity: 1 });
      const sent = await staff().transfers.send({ id: transfer.id });
      expect(sent).toMatchObject({
        status: "sent",
        lines: [{ quantity: 3, received: 0, lost: 0 }],
      });
      expect(await at(variantId, from)).toEqual({ onHand: 2, incoming: 0 });
      expect(await at(variantId, to)).toEqual({ onHand: 1, incoming: 3 });
      const received = await staff().transfers.receive({
        id: transfer.id,
        lines: [{ variant_id: variantId, received: 2 }],
      });
      expect(received).toMatchObject({ status: "received", lines: [{ received: 2, lost: 1 }] });
      expect(await at(variantId, to)).toEqual({ onHand: 3, incoming: 0 });
      const again = staff().transfers.receive({ id: transfer.id });
      await expect(again).rejects.toMatchObject(because("transfer_status"));
      const moves = await shop.test.database.system
        .select({ type: stockMovements.type, delta: stockMovements.onHandDelta })
        .from(stockMovements)
        .where(
          and(
            eq(stockMovements.storeId, shop.store.id),
            eq(stockMovements.reference, transfer.number),
          ),
        )
        .orderBy(asc(stockMovements.id));
      expect(moves).toEqual([
        { type: "transfer_out", delta: -3 },
        { type: "transfer_in", delta: 2 },
      ]);
    });

    it("takes only what is on the shelf and promised to nobody", async () => {
      const { variantId, transfer, from } = await ready(4);
      await inTransaction(shop.ctx(), (ctx) =>
        inventory.reserve(ctx, uuid7(), [{ variantId, quantity: 2 }]),
      );
      const sending = staff().transfers.send({ id: transfer.id });
      await expect(sending).rejects.toMatchObject(because("not_on_shelf"));
      expect(await at(variantId, from)).toMatchObject({ onHand: 5 });
      await staff().transfers.update({
        id: transfer.id,
        note: "Less",
        lines: [{ variant_id: variantId, quantity: 3 }],
      });
      expect(await staff().transfers.send({ id: transfer.id })).toMatchObject({ note: "Less" });
      const late = staff().transfers.update({ id: transfer.id, note: "Late" });
      await expect(late).rejects.toMatchObject(because("transfer_status"));
    });

    it("goes back whole when it is canceled on its way, by one of those who end it", async () => {
      const { variantId, transfer, from, to } = await ready();
      await staff().transfers.send({ id: transfer.id });
      const results = await Promise.allSettled([
        staff().transfers.cancel({ id: transfer.id }),
        staff().transfers.receive({ id: transfer.id }),
        staff().transfers.cancel({ id: transfer.id }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const total = [await at(variantId, from), await at(variantId, to)];
      expect(total.reduce((sum, { onHand = 0 }) => sum + onHand, 0)).toBe(5);
    });

    it("names each variant once, and goes somewhere else", async () => {
      const { variantId, from, to } = await ready();
      const line = { variant_id: variantId, quantity: 1 };
      const twice = staff().transfers.create({
        ...{ from_location_id: from, to_location_id: to, lines: [line, line] },
      });
      await expect(twice).rejects.toMatchObject(because("transfer_line_invalid"));
      const nowhere = staff().transfers.create({
        ...{ from_location_id: from, to_location_id: from, lines: [line] },
      });
      await expect(nowhere).rejects.toMatchObject(because("transfer_to_itself"));
    });

    it("is listed newest first, page by page", async () => {
      const { transfer } = await ready();
      const { items, next_cursor } = await staff().transfers.list({ limit: 1, status: "draft" });
      expect(items).toMatchObject([{ id: transfer.id, line_count: 1, units: 3 }]);
      const next = await staff().transfers.list({ cursor: next_cursor ?? "", status: "draft" });
      expect(next.items.every(({ id }) => id < transfer.id)).toBe(true);
    });
  });
});
