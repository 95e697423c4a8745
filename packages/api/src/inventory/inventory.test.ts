/** Stock against a model: whatever is done to it in whatever order, the numbers agree. */
import { uuid7 } from "@souk/db";
import { stockLevels } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import { addLocation, availableOf, stockRows } from "../testing/stock.ts";
import { hold, releaseHold } from "./holds/service/index.ts";
import * as inventory from "./service/index.ts";
import {
  FIRST,
  fits,
  Model,
  OF_B,
  type Pair,
  plus,
  SECOND,
  type Step,
  step,
  times,
} from "./stock-model.fixture.ts";
import * as transfers from "./transfers/service/index.ts";

interface Two {
  readonly a: string;
  readonly b: string;
  readonly bundle: string;
  readonly from: string;
  readonly to: string;
}

describe.each(engines)("stock on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  /** Two variants on the shelves of two locations, and a bundle of them. */
  const stocked = async (): Promise<Two> => {
    const [first, second, third] = [
      await addProduct(shop, { stock: FIRST }),
      await addProduct(shop, { stock: FIRST }),
      await addProduct(shop, { stock: 0 }),
    ];
    const [a, b, bundle] = [first.variantId, second.variantId, third.variantId];
    const { id: from } = await inventory.defaultPlace(shop.ctx());
    const to = await addLocation(shop);
    for (const variant_id of [a, b]) {
      await inventory.receive(shop.ctx(), { variant_id, location_id: to, quantity: SECOND });
    }
    await inventory.setBundle(shop.ctx(), {
      variant_id: bundle,
      components: [
        { variant_id: a, quantity: 1 },
        { variant_id: b, quantity: OF_B },
      ],
    });
    return { a, b, bundle, from, to };
  };

  /** What was refused changes nothing; anything but a refusal of ours is a fault. */
  const agreed = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return false;
    }
  };
  const inUnit = (work: (ctx: ReturnType<Shop["ctx"]>) => Promise<unknown>) =>
    inTransaction(shop.ctx(), async (ctx) => void (await work(ctx)));
  const linesOf = ({ a, b }: Two, [ofA, ofB]: Pair) =>
    [
      { variantId: a, quantity: ofA },
      { variantId: b, quantity: ofB },
    ].filter(({ quantity }) => quantity > 0);
  const pick = <T>(from: ReadonlyMap<string, T>, nth: number) =>
    [...from].at(nth % Math.max(from.size, 1));

  const buy = async (model: Model, wanted: Pair, lines: readonly inventory.ReserveLine[]) => {
    const paymentId = uuid7();
    const possible = fits(wanted, model.available);
    const done = await agreed(() => inUnit((ctx) => inventory.reserve(ctx, paymentId, lines)));
    expect(done).toBe(possible);
    if (done) model.payments.set(paymentId, wanted);
  };

  const settle = async (model: Model, two: Two, { verb, units, nth }: Step) => {
    const [paymentId, sold] = pick(model.sold, nth) ?? [uuid7(), [0, 0] as Pair];
    const wanted: Pair = [Math.min(units, Math.max(sold[0], 1)), 0];
    const act = verb === "ship" ? inventory.ship : inventory.deallocate;
    const done = await agreed(() => inUnit((ctx) => act(ctx, paymentId, linesOf(two, wanted))));
    expect(done).toBe(fits(wanted, sold));
    if (!done) return;
    const less = times(wanted, -1);
    model.sold.set(paymentId, plus(sold, less));
    model.allocated = plus(model.allocated, less);
    if (verb === "deallocate") return;
    model.onHand = plus(model.onHand, less);
    model.away.set(paymentId, plus(model.away.get(paymentId) ?? [0, 0], wanted));
  };

  const giveBack = async (model: Model, two: Two, { units, nth }: Step) => {
    const [paymentId, away] = pick(model.away, nth) ?? [uuid7(), [0, 0] as Pair];
    // Of the first, more than has left: that is refused.
    const wanted: Pair = [nth === 0 ? away[0] + 1 : Math.min(units, Math.max(away[0], 1)), 0];
    const place = { id: two.to, position: 1, isActive: true };
    const done = await agreed(() =>
      inUnit((ctx) => inventory.putBack(ctx, paymentId, linesOf(two, wanted), { place })),
    );
    expect(done).toBe(fits(wanted, away));
    if (!done) return;
    model.away.set(paymentId, plus(away, times(wanted, -1)));
    model.onHand = plus(model.onHand, wanted);
  };

  const conclude = async (model: Model, { verb, nth }: Step) => {
    const [paymentId, held] = pick(model.payments, nth) ?? [uuid7(), [0, 0] as Pair];
    const act = verb === "allocate" ? inventory.allocate : inventory.release;
    await inUnit((ctx) => act(ctx, paymentId));
    model.payments.delete(paymentId);
    if (verb === "release" || fits(held, [0, 0])) return;
    model.allocated = plus(model.allocated, held);
    model.sold.set(paymentId, held);
  };

  const write = async (model: Model, { a, to }: Two, { verb, units }: Step) => {
    if (verb === "receive") {
      await inventory.receive(shop.ctx(), { variant_id: a, location_id: to, quantity: units });
      model.onHand = plus(model.onHand, [units, 0]);
      return;
    }
    const before = await inventory.variantStock(shop.ctx(), { variant_id: a });
    const level = before.levels.find(({ location }) => location.id === to);
    const possible = (level?.available ?? 0) >= units;
    const input = { variant_id: a, location_id: to, delta: -units, note: "Broken" };
    expect(await agreed(() => inventory.adjust(shop.ctx(), input))).toBe(possible);
    if (possible) model.onHand = plus(model.onHand, [-units, 0]);
  };

  const holding = async (model: Model, two: Two, { verb, units, nth }: Step) => {
    if (verb === "expire") {
      shop.advance(61 * 60_000);
      expect(await inventory.releaseExpired(shop.ctx())).toBe(model.holds.size);
      model.holds.clear();
      return;
    }
    if (verb === "release hold") {
      const [id] = pick(model.holds, nth) ?? [null];
      if (id === null) return;
      await releaseHold(shop.ctx(), { id });
      model.holds.delete(id);
      return;
    }
    const possible = fits([units, OF_B * units], model.available);
    const lines = [{ variant_id: two.bundle, quantity: units }];
    let id = "";
    const done = await agreed(async () => {
      ({ id } = await hold(shop.ctx(), { lines, minutes: 60, reference: "At the counter" }));
    });
    expect(done).toBe(possible);
    if (done) model.holds.set(id, [units, OF_B * units]);
  };

  const transfer = async (model: Model, { b, from, to }: Two, { verb, units, nth }: Step) => {
    if (verb === "send") {
      const draft = await transfers.createTransfer(shop.ctx(), {
        ...{ from_location_id: from, to_location_id: to, note: "" },
        lines: [{ variant_id: b, quantity: units }],
      });
      const before = await inventory.variantStock(shop.ctx(), { variant_id: b });
      const level = before.levels.find(({ location }) => location.id === from);
      const done = await agreed(() => transfers.sendTransfer(shop.ctx(), draft));
      expect(done).toBe((level?.available ?? 0) >= units);
      if (!done) return;
      model.sent.set(draft.id, units);
      model.onHand = plus(model.onHand, [0, -units]);
      return;
    }
    const [id, onTheWay] = pick(model.sent, nth) ?? [null, 0];
    if (id === null) return;
    const arrived = verb === "arrive" ? onTheWay - 1 : onTheWay;
    if (verb === "arrive") {
      const lines = [{ variant_id: b, received: arrived }];
      await transfers.receiveTransfer(shop.ctx(), { id, lines });
    } else {
      await transfers.cancelTransfer(shop.ctx(), { id });
    }
    model.sent.delete(id);
    model.onHand = plus(model.onHand, [0, arrived]);
  };

  const run = async (model: Model, two: Two, next: Step): Promise<void> => {
    const { verb, units } = next;
    switch (verb) {
      case "reserve":
        return buy(model, [units, units], [...linesOf(two, [units, units])]);
      case "reserve bundle": {
        // A bundle and a component of it in one call: what they share is summed.
        const lines = [{ variantId: two.bundle, quantity: units }, ...linesOf(two, [1, 0])];
        return buy(model, [units + 1, OF_B * units], lines);
      }
      case "allocate":
      case "release":
        return conclude(model, next);
      case "ship":
      case "deallocate":
        return settle(model, two, next);
      case "return":
        return giveBack(model, two, next);
      case "receive":
      case "adjust":
        return write(model, two, next);
      case "hold":
      case "release hold":
      case "expire":
        return holding(model, two, next);
      case "send":
      case "arrive":
      case "call back":
        return transfer(model, two, next);
    }
  };

  it("agrees with a model after any history, and is the sum of its movements", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: "max" }), async (steps) => {
        const two = await stocked();
        const model = new Model();
        for (const next of steps) await run(model, two, next);

        for (const [i, variantId] of [two.a, two.b].entries()) {
          expect(await stockRows(shop, variantId)).toEqual({
            onHand: model.onHand[i],
            reserved: model.reserved[i],
            allocated: model.allocated[i],
          });
          expect(await availableOf(shop, variantId)).toBe(model.available[i]);
        }
        const [ofA, ofB] = model.available;
        const bundles = Math.min(ofA, Math.floor(ofB / OF_B));
        expect(await availableOf(shop, two.bundle)).toBe(bundles);
        expect(await inventory.verify(shop.ctx())).toMatchObject({ ok: true, problems: [] });
        shop.advance(61 * 60_000);
        await inventory.releaseExpired(shop.ctx());
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("is promised to as many as there are units, when many ask for several things at once", async () => {
    const { a, b } = await stocked();
    const asking = Array.from({ length: 40 }, (_, i) =>
      inTransaction(shop.ctx(), (ctx) =>
        inventory.reserve(
          ctx,
          uuid7(),
          // Half of them name the two the other way round: a lock order of their own would deadlock.
          (i % 2 === 0 ? [a, b] : [b, a]).map((variantId) => ({ variantId, quantity: 1 })),
        ),
      ),
    );
    const results = await Promise.allSettled(asking);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(FIRST + SECOND);
    for (const variantId of [a, b]) {
      expect(await stockRows(shop, variantId)).toMatchObject({ reserved: FIRST + SECOND });
    }
  });

  it("cannot be set below what is promised", async () => {
    const { variantId } = await addProduct(shop, { stock: 5 });
    await inTransaction(shop.ctx(), (ctx) =>
      inventory.reserve(ctx, uuid7(), [{ variantId, quantity: 3 }]),
    );
    const counting = inventory.setOnHand(shop.ctx(), "count", [{ variantId, onHand: 2 }]);
    await expect(counting).rejects.toMatchObject({ reason: "stock_is_promised" });
  });

  it("is refused by the database itself when a rule was forgotten", async () => {
    const { a } = await stocked();
    const overselling = shop.test.database.system
      .update(stockLevels)
      .set({ reserved: FIRST + SECOND + 1 })
      .where(eq(stockLevels.variantId, a));
    await expect(overselling).rejects.toThrow(/no_oversell/);
  });
});
