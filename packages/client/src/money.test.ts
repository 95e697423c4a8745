/** Money reads right in any currency, and no cent is lost on the way. */
import { expect, test } from "vitest";
import { formatMoney, toDecimalString, toMinorUnits } from "./money.ts";

test("an amount is shown with the decimals of its currency", () => {
  expect(formatMoney({ amount: 1999, currency: "EUR" }, "en-IE")).toBe("€19.99");
  expect(formatMoney({ amount: 1999, currency: "JPY" }, "en-US")).toBe("¥1,999");
  expect(formatMoney({ amount: 1234567, currency: "KWD" }, "en-US")).toBe("KWD\u00a01,234.567");
});

test("a currency keeps the minor units of ISO 4217 where the engine would drop them", () => {
  expect(formatMoney({ amount: 150050, currency: "HUF" }, "en-US")).toBe("HUF\u00a01,500.50");
});

test("small, negative and very large amounts are exact", () => {
  expect(formatMoney({ amount: 5, currency: "EUR" }, "en-IE")).toBe("€0.05");
  expect(formatMoney({ amount: -250, currency: "EUR" }, "en-IE")).toBe("-€2.50");
  expect(toDecimalString({ amount: 9007199254740991, currency: "EUR" })).toBe("90071992547409.91");
});

test("what a person types becomes minor units, or nothing", () => {
  expect(toMinorUnits("19.99", "EUR")).toBe(1999);
  expect(toMinorUnits(" 19,9 ", "EUR")).toBe(1990);
  expect(toMinorUnits("20", "JPY")).toBe(20);
  expect(toMinorUnits("20.00", "JPY")).toBe(20);
  expect(toMinorUnits("19.999", "EUR")).toBeNull();
  expect(toMinorUnits("-1", "EUR")).toBeNull();
  expect(toMinorUnits("1e3", "EUR")).toBeNull();
});
