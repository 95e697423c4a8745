/** Stock against a model: whatever is reserved, sold and let go in whatever order, the numbers agree. */

import { uuid7 } from "@souk/db";
import { stockLevels, stockLocations, stockMovements } from "@souk/db/schema";
import { engines } from "@souk/db/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as inventory from "./service/index.ts";

const FIRST = 6;
const SECOND = 4;

type Step =
  | { readonly do: "reserve"; readonly quantities: readonly number[] }
  | { readonly do: "allocate" | "release"; readonly nth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("reserve" as const),
    quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    do: fc.constantFrom("allocate" as const, "release" as const),
    nth: fc.nat({ max: 20 }),
  }),
);

/** What stock should be, in a few lines that cannot be wrong. */
class Model {
  reserved = new Map<string, number>();
  allocated = 0;

  get available(): number {
    const held = [...this.reserved.values()].reduce((a, b) => a + b, 0);
    return FIRST + SECOND - held - this.allocated;
  }
}

describe.each(engines)("stock on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  /** One variant on the shelves of two locations. */
  const stocked = async (): Promise<string> => {
    const { variantId } = await addProduct(shop, { stock: FIRST });
    const { system } = shop.test.database;
    const [location] = await system
      .insert(stockLocations)
      .values({ storeId: shop.store.id, code: uuid7(), name: "Second", position: 1 })
      .returning();
    const [level] = await system
      .insert(stockLevels)
      .values({
        storeId: shop.store.id,
        locationId: location?.id ?? "",
        variantId,
        onHand: SECOND,
      })
      .returning();
    await system.insert(stockMovements).values({
      storeId: shop.store.id,
      levelId: level?.id ?? "",
      type: "receive",
      onHandDelta: SECOND,
      reference: "test",
    });
    return variantId;
  };
  const levels = (variantId: string) =>
    shop.test.database.system
      .select()
      .from(stockLevels)
      .where(eq(stockLevels.variantId, variantId));

  const run = async (variantId: string, model: Model, { ...next }: Step): Promise<void> => {
    const ctx = shop.ctx();
    if (next.do === "reserve") {
      const paymentId = uuid7();
      const lines = next.quantities.map((quantity) => ({ variantId, quantity }));
      const wanted = next.quantities.reduce((a, b) => a + b, 0);
      const reserving = inTransaction(ctx, (ctx) => inventory.reserve(ctx, paymentId, lines));
      if (wanted > model.available) {
        await expect(reserving).rejects.toMatchObject({ reason: "out_of_stock" });
      } else {
        await reserving;
        model.reserved.set(paymentId, wanted);
      }
      return;
    }
    const paymentId = [...model.reserved.keys()][next.nth] ?? uuid7();
    const act = next.do === "allocate" ? inventory.allocate : inventory.release;
    await inTransaction(ctx, async (ctx) => void (await act(ctx, paymentId)));
    if (next.do === "allocate") model.allocated += model.reserved.get(paymentId) ?? 0;
    model.reserved.delete(paymentId);
  };

  it("agrees with a model after any history, and is the sum of its movements", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const variantId = await stocked();
        const model = new Model();
        for (const next of steps) await run(variantId, model, next);

        const rows = await levels(variantId);
        const total = (of: "onHand" | "reserved" | "allocated") =>
          rows.reduce((sum, row) => sum + row[of], 0);
        expect(total("onHand") - total("reserved") - total("allocated")).toBe(model.available);
        expect(total("allocated")).toBe(model.allocated);
        for (const row of rows) {
          const movements = await shop.test.database.system
            .select()
            .from(stockMovements)
            .where(eq(stockMovements.levelId, row.id));
          const moved = (of: "onHandDelta" | "reservedDelta" | "allocatedDelta") =>
            movements.reduce((sum, movement) => sum + movement[of], 0);
          expect([row.onHand, row.reserved, row.allocated]).toEqual([
            moved("onHandDelta"),
            moved("reservedDelta"),
            moved("allocatedDelta"),
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is promised to as many as there are units, when many ask for several things at once", async () => {
    const [a, b] = [await stocked(), await stocked()];
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
      const reserved = (await levels(variantId)).reduce((sum, row) => sum + row.reserved, 0);
      expect(reserved).toBe(FIRST + SECOND);
    }
  });

  it("cannot be set below what is promised", async () => {
    const { variantId } = await addProduct(shop, { stock: 5 });
    await inTransaction(shop.ctx(), (ctx) =>
      inventory.reserve(ctx, uuid7(), [{ variantId, quantity: 3 }]),
    );
    const counting = inventory.setOnHand(shop.ctx(), { variantId, onHand: 2, reference: "count" });
    await expect(counting).rejects.toMatchObject({ reason: "stock_is_promised" });
  });

  it("is refused by the database itself when a rule was forgotten", async () => {
    const variantId = await stocked();
    const overselling = shop.test.database.system
      .update(stockLevels)
      .set({ reserved: FIRST + SECOND + 1 })
      .where(eq(stockLevels.variantId, variantId));
    await expect(overselling).rejects.toThrow(/no_oversell/);
  });
});
