/** Which price holds, against the rule said naively. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Offers, stepsOf, unitPriceOf } from "./resolution.ts";

const amount = fc.integer({ min: 0, max: 10_000_000_000 });
const step = fc.record({ minQuantity: fc.integer({ min: 1, max: 12 }), amount });
const list = fc.record({
  name: fc.string({ minLength: 1, maxLength: 3 }),
  isPublic: fc.boolean(),
  steps: fc.uniqueArray(step, { maxLength: 5, selector: ({ minQuantity }) => minQuantity }),
});
const offers: fc.Arbitrary<Offers> = fc.record({
  base: amount,
  compareAt: fc.constant(null),
  lists: fc.uniqueArray(list, { maxLength: 4, selector: ({ name }) => name }),
});
const quantity = fc.integer({ min: 1, max: 15 });

/** For each list, walk up to the quantity; the last step met is the list's price. */
function naive({ base, lists }: Offers, wanted: number): number {
  let lowest = base;
  for (const { steps } of lists) {
    let price: number | null = null;
    for (let units = 1; units <= wanted; units += 1) {
      price = steps.find(({ minQuantity }) => minQuantity === units)?.amount ?? price;
    }
    if (price !== null && price < lowest) lowest = price;
  }
  return lowest;
}

describe("the price of a unit", () => {
  it("is what the naive rule says, a whole number, and never above the base price", () => {
    fc.assert(
      fc.property(offers, quantity, (given, wanted) => {
        const price = unitPriceOf(given, wanted);
        expect(price.amount).toBe(naive(given, wanted));
        expect(Number.isSafeInteger(price.amount)).toBe(true);
        expect(price.amount).toBeLessThanOrEqual(given.base);
      }),
    );
  });

  it("names where it comes from: a list only where it is lower than the base price", () => {
    fc.assert(
      fc.property(offers, quantity, (given, wanted) => {
        const { amount: price, source } = unitPriceOf(given, wanted);
        if (source.kind === "base") {
          expect(source.name).toBeNull();
          expect(price).toBe(given.base);
          return;
        }
        expect(price).toBeLessThan(given.base);
        const named = given.lists.find(({ name }) => name === source.name);
        expect(named?.steps.map((each) => each.amount)).toContain(price);
      }),
    );
  });

  it("can be read off the steps for any quantity", () => {
    fc.assert(
      fc.property(offers, quantity, (given, wanted) => {
        const reached = stepsOf(given).filter(({ minQuantity }) => minQuantity <= wanted);
        const told = reached.at(-1)?.amount ?? unitPriceOf(given, 1).amount;
        expect(told).toBe(unitPriceOf(given, wanted).amount);
      }),
    );
  });
});
