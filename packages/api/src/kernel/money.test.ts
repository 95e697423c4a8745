/** Money is exact: sums add up, splits lose nothing, taxes agree with exact fractions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount, split, sum, taxOf, times } from "./money.ts";

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const rate = fc.integer({ min: 0, max: 10_000 });

describe("a split", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 });

  it("adds up to what was split, and no part is off by a whole unit", () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0));
        const shares = split(total, parts, "EUR");
        expect(sum(shares, "EUR")).toBe(total);
        const all = parts.reduce((a, b) => a + b, 0);
        shares.forEach((share, i) => {
          const exact = (BigInt(total) * BigInt(parts[i] ?? 0)) / BigInt(all);
          expect(BigInt(share) - exact).toBeGreaterThanOrEqual(0n);
          expect(BigInt(share) - exact).toBeLessThanOrEqual(1n);
        });
      }),
    );
  });
});

describe("a tax", () => {
  it("is within half a unit of the exact fraction, included or not", () => {
    fc.assert(
      fc.property(amount, rate, fc.boolean(), (base, basisPoints, included) => {
        const tax = BigInt(taxOf(base, basisPoints, included));
        const divisor = BigInt(included ? 10_000 + basisPoints : 10_000);
        const twiceOff = 2n * (tax * divisor - BigInt(base) * BigInt(basisPoints));
        expect(twiceOff).toBeGreaterThan(-divisor - 1n);
        expect(twiceOff).toBeLessThanOrEqual(divisor);
      }),
    );
  });

  it("of 20 % in 12.00 is 2.00, and on 10.00 it is 2.00", () => {
    expect(taxOf(1200, 2000, true)).toBe(200);
    expect(taxOf(1000, 2000, false)).toBe(200);
  });

  it("rounds half up", () => {
    expect(taxOf(25, 1000, false)).toBe(3);
  });
});

describe("an amount as text", () => {
  it.each([
    ["19.99", "EUR", 1999],
    ["50", "EUR", 5000],
    ["0.5", "EUR", 50],
    ["1500", "JPY", 1500],
    ["1.234", "KWD", 1234],
    ["10.000", "EUR", 1000],
  ])("%s %s is %i minor units", (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor);
  });

  it.each(["-1", "1e3", "1,50", "", "abc", "0.005", "1.5.0"])("%j is none", (text) => {
    expect(parseAmount(text, "EUR")).toBeNull();
  });
});

it("arithmetic beyond exact integers is refused, not rounded", () => {
  expect(() => times(Number.MAX_SAFE_INTEGER, 2, "EUR")).toThrow();
  expect(() => sum([0.5], "EUR")).toThrow("not a whole number");
});
