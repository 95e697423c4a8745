/** The units of an order in the hands of staff: sent, not sent after all, come back. */
import { uuid7 } from "@souk/db";
import { engines } from "@souk/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as shipping from "../shipping/service.ts";
import { freshClient, type TestCustomer } from "../testing/accounts.ts";
import { addProduct } from "../testing/catalog.ts";
import { pay, readyCart, standardShipping } from "../testing/checkout.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { registerWith } from "../testing/staff.ts";
import { availableOf, stockRows } from "../testing/stock.ts";
import * as inventory from "./service/index.ts";

const because = (reason: string) => ({ code: "CONFLICT", cause: { reason } });

describe.each(engines)("units of orders on %s", (engine) => {
  let shop: Shop;
  let keeper: TestCustomer;
  let reader: TestCustomer;
  beforeAll(async () => {
    shop = await openShop(engine);
    await shipping.saveMethod(shop.ctx(), standardShipping);
    keeper = await registerWith(shop, "inventory:read", "inventory:write");
    reader = await registerWith(shop, "inventory:read");
  });
  afterAll(() => shop.close());

  const as = ({ actor }: TestCustomer) => shop.as(actor, freshClient()).inventory;
  const buy = async (lines: readonly { variant_id: string; quantity?: number }[]) => {
    const { token } = await readyCart(shop.ctx, lines);
    return pay(shop.ctx, token);
  };
  const historyOf = async (variant_id: string) =>
    (await as(reader).movements({ variant_id, limit: 100 })).items;

  it("are sent by the order's number or id, and never more than were sold", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 5 });
    const order = await buy([{ variant_id, quantity: 3 }]);
    const send = (quantity: number, named = order.number) =>
      as(keeper).shipUnits({ order: named, variant_id, quantity, note: "Parcel 7" });
    const { levels } = await send(2);
    expect(levels).toMatchObject([{ on_hand: 3, allocated: 1, available: 2 }]);
    await expect(send(2)).rejects.toMatchObject(because("not_allocated"));
    await send(1, order.id.toUpperCase());
    await expect(send(1)).rejects.toMatchObject(because("not_allocated"));
    expect(await stockRows(shop, variant_id)).toEqual({ onHand: 2, reserved: 0, allocated: 0 });
    const [last] = await historyOf(variant_id);
    expect(last).toMatchObject({
      ...{ type: "ship", note: "Parcel 7", actor: keeper.email, order_number: order.number },
      change: { on_hand: -1, reserved: 0, allocated: -1 },
    });
    expect(await inventory.verify(shop.ctx())).toMatchObject({ ok: true });
  });

  it("are sent once when two send them at the same moment", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 5 });
    const { number } = await buy([{ variant_id, quantity: 2 }]);
    const sending = Array.from({ length: 4 }, () =>
      as(keeper).shipUnits({ order: number, variant_id, quantity: 2 }),
    );
    const results = await Promise.allSettled(sending);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stockRows(shop, variant_id)).toEqual({ onHand: 3, reserved: 0, allocated: 0 });
  });

  it("are for sale again when they are not sent after all", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 3 });
    const { number } = await buy([{ variant_id, quantity: 3 }]);
    const undo = (quantity: number) =>
      as(keeper).deallocateUnits({ order: number, variant_id, quantity });
    await as(keeper).shipUnits({ order: number, variant_id, quantity: 1 });
    expect(await availableOf(shop, variant_id)).toBe(0);
    expect((await undo(2)).levels).toMatchObject([{ on_hand: 2, allocated: 0, available: 2 }]);
    await expect(undo(1)).rejects.toMatchObject(because("not_allocated"));
    await buy([{ variant_id, quantity: 2 }]);
    const types = (await historyOf(variant_id)).map(({ type }) => type);
    expect(types.filter((type) => type === "deallocate")).toHaveLength(1);
  });

  it("come back, and never more than have left", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 5 });
    const { number } = await buy([{ variant_id, quantity: 3 }]);
    const back = (quantity: number) =>
      as(keeper).returnUnits({ order: number, variant_id, quantity });
    await expect(back(1)).rejects.toMatchObject(because("not_shipped"));
    await as(keeper).shipUnits({ order: number, variant_id, quantity: 2 });
    expect((await back(1)).levels).toMatchObject([{ on_hand: 4 }]);
    await expect(back(2)).rejects.toMatchObject(because("not_shipped"));
    await back(1);
    await expect(back(1)).rejects.toMatchObject(because("not_shipped"));
    const returned = (await historyOf(variant_id)).filter(({ type }) => type === "return");
    const told = { order_number: number, actor: keeper.email };
    expect(returned).toMatchObject([told, told]);
  });

  describe("of a bundle", () => {
    const make = (set: string, part: string, quantity: number) =>
      as(keeper).bundles.set({
        variant_id: set,
        components: [{ variant_id: part, quantity }],
      });
    const sold = async () => {
      const [part, other, set] = [
        (await addProduct(shop, { stock: 9 })).variantId,
        (await addProduct(shop, { stock: 9 })).variantId,
        (await addProduct(shop, { stock: 0, price: 5000 })).variantId,
      ];
      await make(set, part, 2);
      const { number: order } = await buy([{ variant_id: set, quantity: 4 }]);
      return { part, other, of: (quantity: number) => ({ order, variant_id: set, quantity }), set };
    };
    const settled = async (of: (quantity: number) => Parameters<typeof inventory.shipUnits>[1]) => {
      await as(keeper).shipUnits(of(3));
      await as(keeper).deallocateUnits(of(1));
      await expect(as(keeper).shipUnits(of(1))).rejects.toMatchObject(because("not_allocated"));
      await as(keeper).returnUnits(of(1));
    };
    const AFTER = { onHand: 5, reserved: 0, allocated: 0 };
    const UNTOUCHED = { onHand: 9, reserved: 0, allocated: 0 };

    it("are its components", async () => {
      const { part, of } = await sold();
      await settled(of);
      expect(await stockRows(shop, part)).toEqual(AFTER);
    });

    it("are those that it had when it was sold, whatever it is made of now", async () => {
      const { part, other, set, of } = await sold();
      await make(set, other, 1);
      await settled(of);
      expect(await stockRows(shop, part)).toEqual(AFTER);
      expect(await stockRows(shop, other)).toEqual(UNTOUCHED);
      expect(await inventory.verify(shop.ctx())).toMatchObject({ ok: true });
    });

    it("are those that it had when it is a bundle no more", async () => {
      const { part, set, of } = await sold();
      await as(keeper).bundles.remove({ variant_id: set });
      await as(keeper).receive({ variant_id: set, quantity: 9 });
      await settled(of);
      expect(await stockRows(shop, part)).toEqual(AFTER);
      expect(await stockRows(shop, set)).toEqual(UNTOUCHED);
    });

    it("do not come back to what has become a bundle meanwhile, and so has no shelf", async () => {
      const { part, other, set, of } = await sold();
      await as(keeper).shipUnits(of(4));
      await as(keeper).count({ variant_id: part, on_hand: 0 });
      await as(keeper).bundles.remove({ variant_id: set });
      await make(part, other, 1);
      const back = as(keeper).returnUnits(of(1));
      await expect(back).rejects.toMatchObject(because("variant_is_bundle"));
    });
  });

  it("are those of an order and a variant that there are, and for whoever may write", async () => {
    const { variantId: variant_id } = await addProduct(shop, { stock: 5 });
    const { number } = await buy([{ variant_id }]);
    for (const act of ["shipUnits", "deallocateUnits", "returnUnits"] as const) {
      const unknown = [
        { order: "T-999999", variant_id },
        { order: uuid7(), variant_id },
        { order: number, variant_id: uuid7() },
      ];
      for (const named of unknown) {
        const asked = as(keeper)[act]({ ...named, quantity: 1 });
        await expect(asked, act).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      const reading = as(reader)[act]({ order: number, variant_id, quantity: 1 });
      await expect(reading, act).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
