/** The lowest price of the 30 days before a reduction, under a moved clock and against a naive count. */
import { statementsOf } from "@souk/db";
import { engines } from "@souk/db/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/context.ts";
import * as catalogue from "../products/service/index.ts";
import { addProduct } from "../testing/catalog.ts";
import { openShop, type Shop } from "../testing/index.ts";
import * as prices from "./service/index.ts";

const DAY_MS = 86_400_000;
const WINDOW_MS = 30 * DAY_MS;

describe.each(engines)("the lowest price of 30 days on %s", (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(engine, { store: { currencies: ["USD"] } });
  });
  afterAll(() => shop.close());

  /** At an exact moment, whatever the machine takes to get there. */
  const setAt = (
    at: number,
    variantId: string,
    amount: number | null,
    compareAt: number | null,
  ) => {
    const ctx = shop.ctx({ now: () => new Date(at) });
    const entry = { variantId, currency: "EUR", amount, compareAt };
    return inTransaction(ctx, (unit) => prices.setPrices(unit, [entry], "test"));
  };
  const shown = async (id: string) => {
    const { variants } = await catalogue.get(shop.ctx(), { id });
    return variants[0]?.lowest_price_30_days?.amount ?? null;
  };
  /** A product that was made this long ago. */
  const product = async (price: number) => {
    const { slug, variantId } = await addProduct(shop, { price });
    return { slug, variantId, start: shop.ctx().now().getTime() + 1000 };
  };

  it("is the one before, where the price never changed otherwise", async () => {
    const { slug, variantId, start } = await product(2000);
    await setAt(start + 40 * DAY_MS, variantId, 1500, 2000);
    expect(await shown(slug)).toBe(2000);
  });

  it("is that of an earlier sale, if it ended less than 30 days before, to the millisecond", async () => {
    for (const [after, lowest] of [
      [WINDOW_MS - 1, 1000],
      [WINDOW_MS, 2000],
    ] as const) {
      const { slug, variantId, start } = await product(2000);
      await setAt(start, variantId, 1000, 2000);
      const ended = start + 5 * DAY_MS;
      await setAt(ended, variantId, 2000, null);
      await setAt(ended + after, variantId, 1500, 2000);
      expect(await shown(slug), `${after}`).toBe(lowest);
    }
  });

  it("is not told without a reduction, nor of what was never sold otherwise", async () => {
    const { slug, variantId, start } = await product(2000);
    expect(await shown(slug)).toBeNull();
    await setAt(start, variantId, 2000, 2500);
    expect(await shown(slug)).toBeNull();
    await setAt(start + DAY_MS, variantId, 1900, null);
    expect(await shown(slug)).toBeNull();
  });

  it("stands by the beginning of the price, whatever it is compared with in between", async () => {
    const { slug, variantId, start } = await product(2000);
    await setAt(start, variantId, 1800, 2000);
    await setAt(start + 60 * DAY_MS, variantId, 1800, 3000);
    expect(await shown(slug)).toBe(2000);
  });

  it("leaves out the time in which it was not for sale", async () => {
    const { slug, variantId, start } = await product(2000);
    await setAt(start, variantId, null, null);
    await setAt(start + 31 * DAY_MS, variantId, 1500, 2000);
    expect(await shown(slug)).toBeNull();
  });

  it("costs one statement for all variants", async () => {
    const values = ["a", "b", "c", "d", "e"];
    const several = await addProduct(shop, {
      options: [{ name: "N", values }],
      variants: values.map((value) => ({ values: [value], price: 900 })),
    });
    const ids = several.variants.map(({ id }) => id);
    const later = shop.ctx().now().getTime() + DAY_MS;
    for (const id of ids) await setAt(later, id, 800, 900);
    const { result, statements } = await statementsOf(() =>
      prices.lowestBefore(shop.ctx(), ids, "EUR"),
    );
    expect(statements).toHaveLength(1);
    expect([...result.values()]).toEqual([900, 900, 900, 900, 900]);
  });

  it("is what a naive walk over the history finds", async () => {
    const change = fc.record({
      hours: fc.integer({ min: 1, max: 24 * 20 }),
      amount: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 5 }),
      compareAt: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const { variantId, start } = await product(4);
        const made = shop
          .ctx({ now: () => new Date(start - 1) })
          .now()
          .getTime();
        const periods = [{ at: made, amount: 4 as number | null }];
        let at = start;
        for (const { hours, amount, compareAt } of changes) {
          at += hours * 3_600_000;
          await setAt(at, variantId, amount, compareAt);
          periods.push({ at, amount });
        }
        const found = await prices.lowestBefore(shop.ctx(), [variantId], "EUR");
        expect(found.get(variantId) ?? null).toBe(naive(periods));
      }),
      { numRuns: 40 },
    );
  });
});

function naive(periods: readonly { at: number; amount: number | null }[]): number | null {
  const current = periods.at(-1)?.amount ?? null;
  if (current === null) return null;
  let first = periods.length - 1;
  while (first > 0 && periods[first - 1]?.amount === current) first -= 1;
  const began = periods[first]?.at ?? 0;
  const before = periods.slice(0, first).flatMap(({ amount }, i) => {
    const ended = periods[i + 1]?.at ?? began;
    return amount !== null && ended > began - WINDOW_MS ? [amount] : [];
  });
  return before.length === 0 ? null : Math.min(...before);
}
